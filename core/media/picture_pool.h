#pragma once

#include <cstddef>
#include <memory>

namespace cutaway::media {

/// Memory of pictures that are gone, for the next ones to be decoded: fresh memory costs a page fault for
/// every 4 KiB, a sixth of the time of decoding a 540p GOP. Shared by any number of decoders, on any thread;
/// pictures may outlive it.
class PicturePool {
public:
    /// Keeps at most this much beside what is in use.
    explicit PicturePool(std::size_t maxIdleBytes);
    ~PicturePool();
    PicturePool(const PicturePool&) = delete;
    PicturePool& operator=(const PicturePool&) = delete;

    std::size_t idleBytes() const;
    /// Of all pictures that have not gone, and idle.
    std::size_t bytes() const;

    class Store;
    const std::shared_ptr<Store>& store() const { return m_store; }

private:
    std::shared_ptr<Store> m_store;
};

} // namespace cutaway::media
