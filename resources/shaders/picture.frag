#version 330 core
// The steps of core/media/colour_convert.h, one by one and in the order of core/media/internal/display_row_steps.h,
// at the picture's own size. Planes hold code values, and tables are read by hand: the hardware's weights are coarse.
uniform usampler2D lumaPlane;
uniform usampler2D cbPlane;
uniform usampler2D crPlane;
uniform sampler2D linearTable;
uniform sampler2D ootfTable;
uniform sampler2D toneTable;
uniform sampler2D displayTable;
uniform float codeScale; // 1 / highest code
uniform int chromaShiftY;
uniform mat3 yuvToRgb;
uniform vec3 yuvOffset;
uniform bool passThrough;
uniform float linearScale; // signal to entry of linearTable
uniform float linearTop;
uniform bool hasOotf;
uniform ivec2 ootfBits, toneBits, displayBits; // of an OctaveTable: shift, base
uniform vec2 ootfEnds, toneEnds, displayEnds;  // lowest, highest
uniform vec3 luminance;
uniform mat3 gamut;
uniform vec3 greyWeights;
out vec4 colour;

float entry(sampler2D table, int i) {
    return texelFetch(table, ivec2(i, 0), 0).r;
}

float between(sampler2D table, int i, float part) {
    float a = entry(table, i);
    return a + part * (entry(table, i + 1) - a);
}

float octaves(sampler2D table, ivec2 bits, vec2 ends, float x) {
    int pattern = floatBitsToInt(clamp(x, ends.x, ends.y));
    int below = (1 << bits.x) - 1;
    return between(table, (pattern >> bits.x) - bits.y, float(pattern & below) / float(below + 1));
}

float toLinear(float signal) {
    float at = clamp(signal * linearScale, 0.0, linearTop);
    int i = int(at);
    return between(linearTable, i, at - float(i));
}

// One column of chroma, half-way between two rows where there are half as many of them.
float column(usampler2D plane, int x, ivec2 rows, vec2 weights, float offset) {
    return weights.x * float(texelFetch(plane, ivec2(x, rows.x), 0).r) +
           weights.y * float(texelFetch(plane, ivec2(x, rows.y), 0).r) - offset;
}

// Left-sited: even pixels lie on a sample, odd ones between two.
float chroma(usampler2D plane, ivec2 at, float offset) {
    ivec2 last = textureSize(plane, 0) - 1;
    ivec2 rows = ivec2(at.y);
    vec2 weights = vec2(codeScale, 0.0);
    if (chromaShiftY == 1) {
        rows.x = at.y / 2;
        rows.y = clamp(at.y % 2 == 0 ? rows.x - 1 : rows.x + 1, 0, last.y);
        weights = codeScale * vec2(0.75, 0.25);
    }
    int x = at.x / 2;
    float own = column(plane, x, rows, weights, offset);
    if (at.x % 2 == 0)
        return own;
    return 0.5 * (own + column(plane, min(x + 1, last.x), rows, weights, offset));
}

void main() {
    ivec2 size = textureSize(lumaPlane, 0);
    ivec2 at = ivec2(gl_FragCoord.xy);
    at.y = size.y - 1 - at.y;
    vec3 yuv = vec3(codeScale * float(texelFetch(lumaPlane, at, 0).r) - yuvOffset.x,
                    chroma(cbPlane, at, yuvOffset.y), chroma(crPlane, at, yuvOffset.z));
    vec3 rgb = yuvToRgb * yuv;
    vec3 code;
    if (passThrough) {
        code = clamp(rgb, 0.0, 1.0) * 255.0;
    } else {
        rgb = vec3(toLinear(rgb.r), toLinear(rgb.g), toLinear(rgb.b));
        if (hasOotf)
            rgb *= octaves(ootfTable, ootfBits, ootfEnds, dot(luminance, rgb));
        rgb *= octaves(toneTable, toneBits, toneEnds, max(rgb.r, max(rgb.g, rgb.b)));
        rgb = gamut * rgb;
        float grey = clamp(dot(greyWeights, rgb), 0.0, 1.0);
        // Where nothing lies outside, both quotients are one; the small term keeps 0/0 away.
        float tiny = 1e-12;
        float low = min(0.0, min(rgb.r, min(rgb.g, rgb.b)));
        float high = max(1.0, max(rgb.r, max(rgb.g, rgb.b)));
        float keep = min((grey + tiny) / (grey - low + tiny), (1.0 - grey + tiny) / (high - grey + tiny));
        rgb = grey + keep * (rgb - grey);
        for (int c = 0; c < 3; ++c)
            code[c] = octaves(displayTable, displayBits, displayEnds, rgb[c]);
    }
    colour = vec4(floor(code + 0.5) / 255.0, 1.0);
}
