#pragma once

#include "core/base/error.h"

#include <cassert>
#include <utility>
#include <variant>

namespace cutaway {

/// A value or an Error. Reading the one that is not there is a defect and stops the program.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    const T& value() const& {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    T&& value() && {
        assert(ok());
        return std::move(*std::get_if<0>(&m_state));
    }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }

    const Error& error() const {
        assert(!ok());
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
        , m_ok(false) {}

    bool ok() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    const Error& error() const {
        assert(!m_ok);
        return m_error;
    }

private:
    Error m_error;
    bool m_ok = true;
};

} // namespace cutaway

#define CUTAWAY_CONCAT_(a, b) a##b
#define CUTAWAY_CONCAT(a, b) CUTAWAY_CONCAT_(a, b)
/// CUTAWAY_TRY(auto x, f()): x is f()'s value, or the enclosing function returns f()'s error.
#define CUTAWAY_TRY(declaration, expression)                                                                 \
    auto CUTAWAY_CONCAT(tried_, __LINE__) = (expression);                                                    \
    if (!CUTAWAY_CONCAT(tried_, __LINE__))                                                                   \
        return CUTAWAY_CONCAT(tried_, __LINE__).error();                                                     \
    declaration = std::move(CUTAWAY_CONCAT(tried_, __LINE__)).value()
/// CUTAWAY_CHECK(f()): the same for a Result<void>.
#define CUTAWAY_CHECK(expression)                                                                            \
    do {                                                                                                     \
        if (auto checked_ = (expression); !checked_)                                                         \
            return checked_.error();                                                                         \
    } while (false)
