#pragma once

#include "core/media/picture_layout.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace cutaway::playback {

/// Bytes [first, end) of an Object.
using Stretch = media::ByteStretch;

/// An Object that arrives piece by piece, in any order. Every byte is asked for once: who wants a stretch
/// claims what of it is neither there nor on its way, fetches that, and settles it at the end. Any thread.
class PartialObject {
public:
    explicit PartialObject(std::int64_t size);

    std::int64_t size() const { return m_size; }
    /// What of [first, end) nobody has and nobody fetches; from now on the caller does.
    std::vector<Stretch> claim(std::int64_t first, std::int64_t end);
    /// Bytes that have arrived; what lies outside the Object is left out.
    void write(std::int64_t at, std::span<const std::byte> bytes);
    /// The fetch of a claimed stretch has ended. What did not arrive can be claimed again; until then `error`
    /// is what those are told who read there.
    void settle(const Stretch& stretch, std::optional<Error> error);

    /// Waits for the first byte and gives what there is in one piece from there on. NotFound when nobody
    /// fetches it, Cancelled, or the error of its fetch.
    Result<std::size_t> read(std::int64_t at, std::span<std::byte> into, std::stop_token stop);
    bool holds(std::int64_t first, std::int64_t end) const;
    /// All bytes, once, when they are all there and came in parts: for keeping elsewhere.
    std::optional<media::ByteBuffer> takeWhole();
    /// All bytes at once, from where they are kept already.
    void fill(media::ByteBuffer bytes);

private:
    std::int64_t presentUntil(std::int64_t at) const;
    bool isComing(std::int64_t at) const;
    void forgetFailures(const Stretch& stretch);

    const std::int64_t m_size;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    media::ByteBuffer m_bytes;
    bool m_taken = false;                           ///< takeWhole() has given them, or they were kept before
    std::map<std::int64_t, std::int64_t> m_present; ///< first to end, apart from each other
    std::vector<Stretch> m_coming;
    struct Failed {
        Stretch stretch;
        Error error;
    };
    std::vector<Failed> m_failed; ///< what was fetched in vain and is not claimed again
};

/// A PartialObject as a decoder reads it: reading waits. One thread at a time.
class PartialSource final : public media::ByteSource {
public:
    explicit PartialSource(std::shared_ptr<PartialObject> object)
        : m_object(std::move(object)) {}

    /// For the reads that follow: `ask` has the rest of the Object fetched from a byte on that nobody
    /// fetches.
    void use(std::stop_token stop, std::function<void(std::int64_t first)> ask) {
        m_stop = std::move(stop);
        m_ask = std::move(ask);
    }
    std::int64_t size() const override { return m_object->size(); }
    Result<std::size_t> readAt(std::int64_t offset, std::span<std::byte> into) override;

private:
    std::shared_ptr<PartialObject> m_object;
    std::stop_token m_stop;
    std::function<void(std::int64_t)> m_ask;
};

} // namespace cutaway::playback
