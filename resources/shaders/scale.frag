#version 330 core
// A converted picture at the size of the screen, in the whole numbers of ui/viewer/screen_scale.cpp.
uniform sampler2D picture; // its last row first
uniform ivec4 place;       // left, top, width, height on the screen, from its upper left corner
uniform int screenHeight;
out vec4 colour;

// First pixel, second pixel, 256ths beyond the first.
ivec3 between(int n, int from, int to) {
    int twice = (2 * n + 1) * from;
    int at = max(twice / to * 128 + twice % to * 128 / to - 128, 0);
    int first = min(at / 256, from - 1);
    return ivec3(first, min(first + 1, from - 1), at % 256);
}

ivec3 code(int x, int y) {
    return ivec3(texelFetch(picture, ivec2(x, textureSize(picture, 0).y - 1 - y), 0).rgb * 255.0 + 0.5);
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.x, screenHeight - 1 - int(gl_FragCoord.y)) - place.xy;
    ivec2 from = textureSize(picture, 0);
    ivec3 x = between(at.x, from.x, place.z);
    ivec3 y = between(at.y, from.y, place.w);
    ivec3 left = code(x.x, y.x) * (256 - y.z) + code(x.x, y.y) * y.z;
    ivec3 right = code(x.y, y.x) * (256 - y.z) + code(x.y, y.y) * y.z;
    ivec3 mixed = (left * (256 - x.z) + right * x.z + 32768) >> 16;
    colour = vec4(vec3(mixed) / 255.0, 1.0);
}
