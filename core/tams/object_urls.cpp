#include "core/tams/object_urls.h"

#include <algorithm>
#include <charconv>

namespace cutaway::tams {

std::vector<GetUrl> byPreference(const std::vector<GetUrl>& urls, const std::string& origin) {
    std::vector<GetUrl> sorted = urls;
    const auto rank = [&](const GetUrl& url) {
        if (!url.presigned && originOf(url.url) == origin)
            return 0;
        return url.presigned ? 1 : 2;
    };
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const GetUrl& a, const GetUrl& b) { return rank(a) < rank(b); });
    return sorted;
}

std::int64_t wholeSize(const HttpResponse& response) {
    const std::string range = response.header("content-range");
    const auto slash = range.find('/');
    std::int64_t size = -1;
    if (slash != std::string::npos)
        std::from_chars(range.data() + slash + 1, range.data() + range.size(), size);
    return size;
}

} // namespace cutaway::tams
