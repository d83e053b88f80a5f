#pragma once

#include <memory>
#include <utility>

namespace cutaway::timeline {

/// An immutable value that most clips do without and that versions of a clip share, compared by what it says:
/// by isEqual(const T&, const T&), which is found beside T. T may be incomplete where it is only held.
template <class T>
class SharedValue {
public:
    SharedValue() = default;
    SharedValue(std::shared_ptr<const T> value)
        : m_value(std::move(value)) {}

    explicit operator bool() const { return m_value != nullptr; }
    const T& operator*() const { return *m_value; }
    const T* operator->() const { return m_value.get(); }
    const T* get() const { return m_value.get(); }
    friend bool operator==(const SharedValue& a, const SharedValue& b) {
        return a.m_value == b.m_value || (a.m_value && b.m_value && isEqual(*a.m_value, *b.m_value));
    }

private:
    std::shared_ptr<const T> m_value;
};

} // namespace cutaway::timeline
