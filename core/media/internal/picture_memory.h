#pragma once

#include "core/media/internal/av.h"
#include "core/media/picture_pool.h"

#include <map>
#include <mutex>
#include <vector>

namespace cutaway::media {

/// What a PicturePool and the pictures made from it share. Blocks are aligned for vector code.
class PicturePool::Store {
public:
    explicit Store(std::size_t maxIdleBytes)
        : m_maxIdleBytes(maxIdleBytes) {}
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    /// Null when there is no memory.
    void* take(std::size_t bytes);
    void giveBack(void* block, std::size_t bytes);
    std::size_t idleBytes() const;
    std::size_t bytes() const;

private:
    const std::size_t m_maxIdleBytes;
    mutable std::mutex m_mutex;
    std::map<std::size_t, std::vector<void*>> m_idle; ///< by size
    std::size_t m_idleBytes = 0;
    std::size_t m_bytes = 0; ///< idle or not
};

namespace av {

/// Has this codec decode into memory of the pool, which it then keeps alive through `opaque`. Before it is
/// opened. The pool must outlive the codec; its pictures need not be gone by then.
void usePool(AVCodecContext& codec, const std::shared_ptr<PicturePool::Store>& store);

} // namespace av

} // namespace cutaway::media
