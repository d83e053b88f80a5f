#include "core/base/descriptor.h"

#include <unistd.h>

namespace cutaway {

void Descriptor::close() {
    if (isOpen())
        ::close(std::exchange(m_number, -1));
}

} // namespace cutaway
