#version 330 core
// The steps of core/media/colour_convert.h, one by one, at the picture's own size.
uniform sampler2D lumaPlane;
uniform sampler2D cbPlane;
uniform sampler2D crPlane;
uniform sampler2D linearTable;
uniform sampler2D toneTable;
uniform float codeScale; // texture value to code / highest code
uniform ivec2 chromaShift;
uniform mat3 yuvToRgb;
uniform vec3 yuvOffset;
uniform bool passThrough;
uniform float linearMax;
uniform float ootfPower; // gamma - 1; 0 where there is no OOTF
uniform vec3 luminance;
uniform float toneMax;
uniform mat3 gamut;
uniform vec3 greyWeights;
out vec4 colour;

float lookUp(sampler2D table, float at) {
    int last = textureSize(table, 0).x - 1;
    float x = clamp(at, 0.0, 1.0) * float(last);
    int i = min(int(x), last - 1);
    return mix(texelFetch(table, ivec2(i, 0), 0).r, texelFetch(table, ivec2(i + 1, 0), 0).r, x - float(i));
}

float chroma(sampler2D plane, ivec2 at) {
    // Left-sited across, centred down: by hand, since the hardware's weights are coarse.
    ivec2 last = textureSize(plane, 0) - 1;
    vec2 where = vec2(at);
    if (chromaShift.x == 1) where.x = where.x * 0.5;
    if (chromaShift.y == 1) where.y = where.y * 0.5 - 0.25;
    where = clamp(where, vec2(0.0), vec2(last));
    ivec2 a = ivec2(where);
    ivec2 b = min(a + 1, last);
    vec2 f = where - vec2(a);
    float top = mix(texelFetch(plane, a, 0).r, texelFetch(plane, ivec2(b.x, a.y), 0).r, f.x);
    float bottom = mix(texelFetch(plane, ivec2(a.x, b.y), 0).r, texelFetch(plane, b, 0).r, f.x);
    return mix(top, bottom, f.y);
}

void main() {
    ivec2 size = textureSize(lumaPlane, 0);
    ivec2 at = ivec2(gl_FragCoord.xy);
    at.y = size.y - 1 - at.y;
    vec3 yuv = vec3(texelFetch(lumaPlane, at, 0).r, chroma(cbPlane, at), chroma(crPlane, at)) * codeScale;
    vec3 rgb = yuvToRgb * (yuv - yuvOffset);
    if (!passThrough) {
        for (int c = 0; c < 3; ++c)
            rgb[c] = lookUp(linearTable, rgb[c] / linearMax);
        if (ootfPower != 0.0)
            rgb *= pow(max(dot(luminance, rgb), 1e-6), ootfPower);
        rgb *= lookUp(toneTable, max(max(rgb.r, rgb.g), rgb.b) / toneMax);
        rgb = gamut * rgb;
        float grey = clamp(dot(greyWeights, rgb), 0.0, 1.0);
        float keep = 1.0;
        for (int c = 0; c < 3; ++c) {
            if (rgb[c] > 1.0) keep = min(keep, (1.0 - grey) / (rgb[c] - grey));
            if (rgb[c] < 0.0) keep = min(keep, grey / (grey - rgb[c]));
        }
        rgb = vec3(grey) + keep * (rgb - vec3(grey));
        rgb = pow(max(rgb, vec3(0.0)), vec3(1.0 / 2.4));
    }
    colour = vec4(clamp(rgb, 0.0, 1.0), 1.0);
}
