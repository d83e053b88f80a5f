#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

const char* const tokens[] = {"null",    "-1",       "1e308",  "9223372036854775807",
                              "0",       "[]",       "{}",     "\"\"",
                              "true",    "1e-300",   "1e18",   "[[[[[[[[",
                              "NaN",     "0.333",    "1e9",    "59.94",
                              "\"",      "Gap.1",    "Clip.1", "Audio",
                              "\\u0000", "\xff\xfe", "50.0",   "."};

/// One random change: a byte, a piece taken out or doubled, or a token of the language put in.
void mutate(std::string& input, std::mt19937& random) {
    const auto number = [&](std::size_t most) {
        return std::uniform_int_distribution<std::size_t>(0, most)(random);
    };
    const std::size_t at = input.empty() ? 0 : number(input.size() - 1);
    const std::size_t length = std::min(number(40), input.size() - at);
    switch (number(5)) {
    case 0:
        if (!input.empty())
            input[at] = static_cast<char>(number(255));
        break;
    case 1:
        input.erase(at, length);
        break;
    case 2:
        input.insert(at, input.substr(at, length));
        break;
    case 3:
        input.insert(at, tokens[number(std::size(tokens) - 1)]);
        break;
    default: { // a whole number, word or text replaced: keeps the rest in form
        const std::size_t colon = input.find(": ", at);
        if (colon == std::string::npos)
            break;
        const std::size_t end = input.find_first_of(",}\n", colon);
        input.replace(colon + 2, (end == std::string::npos ? input.size() : end) - colon - 2,
                      tokens[number(std::size(tokens) - 1)]);
    }
    }
}

} // namespace

/// Runs the target over the files of a folder and over mutations of them: `program FOLDER COUNT [SEED]`.
/// What crashes can be repeated with the seed that is printed.
int main(int argc, char** argv) {
    if (argc < 3)
        return 2;
    std::vector<std::string> corpus;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(argv[1]))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    if (corpus.empty())
        return 2;
    const auto run = [](const std::string& input) {
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
    };
    for (const std::string& input : corpus)
        run(input);
    const unsigned seed = argc > 3 ? static_cast<unsigned>(std::strtoul(argv[3], nullptr, 10)) : 20260711U;
    std::printf("seed %u\n", seed);
    std::fflush(stdout);
    std::mt19937 random(seed);
    for (long n = std::strtol(argv[2], nullptr, 10); n > 0; --n) {
        std::string input = corpus[random() % corpus.size()];
        for (auto changes = 1 + random() % 6; changes > 0; --changes)
            mutate(input, random);
        run(input);
    }
    return 0;
}
