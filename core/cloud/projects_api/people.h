#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cutaway::cloud {

// Who has a project open, and which one of them edits it. Values and rules alone; times are microseconds
// since 1970.

/// A client's word that it is there holds for this long.
inline constexpr std::chrono::seconds presenceHolds{15};

struct Person {
    Uuid client; ///< chosen by the client
    std::string name;
    bool edits = false;     ///< holds the project; at most one does
    bool asks = false;      ///< would like to
    std::int64_t since = 0; ///< is here; of the one who edits: has edited
    std::int64_t seen = 0;

    bool operator==(const Person&) const = default;
    bool isGone(std::int64_t now) const;
};

/// What a client says of itself.
struct PersonSays {
    Uuid client;
    std::string name;
    bool wantsToEdit = false;
    bool asks = false;
    std::optional<Uuid> takeOverFrom; ///< who held it and has gone
};

/// Those who have one project open.
class People {
public:
    People() = default;
    explicit People(std::vector<Person> all)
        : m_all(std::move(all)) {}

    const std::vector<Person>& all() const { return m_all; }
    const Person* editor() const;
    const Person* find(const Uuid& client) const;
    /// Those who are here, without times: what others are told of.
    std::vector<Person> told() const;

    /// A client says that it is there. Who wants to edit does when nobody else holds the project; who asks
    /// does as soon as nobody holds it. Who holds it and falls silent goes on holding it until somebody takes
    /// it over in so many words; who watches and falls silent is forgotten. Conflict: what was to be taken
    /// over is held by somebody who is here, or by another one by now.
    Result<void> hear(const PersonSays& says, std::int64_t now);
    /// Closes the project in order.
    void leave(const Uuid& client);
    /// From the one who edits to somebody who is here. Conflict: `from` does not edit; NotFound: `to` has
    /// gone.
    Result<void> handOver(const Uuid& from, const Uuid& to, std::int64_t now);

private:
    Person* editorIn();
    void give(Person& person, std::int64_t now);

    std::vector<Person> m_all;
};

} // namespace cutaway::cloud
