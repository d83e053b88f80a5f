#include "core/cloud/projects_api/people.h"

#include <algorithm>
#include <utility>

namespace cutaway::cloud {

bool Person::isGone(std::int64_t now) const {
    return seen + std::chrono::microseconds(presenceHolds).count() <= now;
}

const Person* People::editor() const {
    const auto found = std::find_if(m_all.begin(), m_all.end(), [](const Person& p) { return p.edits; });
    return found == m_all.end() ? nullptr : &*found;
}

Person* People::editorIn() {
    return const_cast<Person*>(std::as_const(*this).editor());
}

const Person* People::find(const Uuid& client) const {
    const auto found =
        std::find_if(m_all.begin(), m_all.end(), [&](const Person& p) { return p.client == client; });
    return found == m_all.end() ? nullptr : &*found;
}

std::vector<Person> People::told() const {
    std::vector<Person> told = m_all;
    for (Person& person : told)
        person.seen = 0;
    return told;
}

void People::give(Person& person, std::int64_t now) {
    person.edits = true;
    person.asks = false;
    person.since = now;
}

Result<void> People::hear(const PersonSays& says, std::int64_t now) {
    std::erase_if(m_all,
                  [&](const Person& p) { return !p.edits && p.isGone(now) && p.client != says.client; });
    if (says.takeOverFrom) {
        const Person* holds = editor();
        if (holds && holds->client != says.client && holds->client != *says.takeOverFrom)
            return Error{ErrorCategory::Conflict, holds->name + " was first and edits this project now.", {}};
        if (holds && holds->client != says.client && !holds->isGone(now))
            return Error{ErrorCategory::Conflict, holds->name + " is back. Ask for the project instead.", {}};
        if (holds && holds->client != says.client)
            leave(holds->client);
    }
    auto self =
        std::find_if(m_all.begin(), m_all.end(), [&](const Person& p) { return p.client == says.client; });
    if (self == m_all.end()) {
        m_all.push_back({says.client, says.name, false, false, now, now});
        self = std::prev(m_all.end());
    }
    self->seen = now;
    self->name = says.name;
    const bool wants = says.wantsToEdit || says.takeOverFrom;
    if (self->edits && !wants)
        self->edits = false;
    else if (!self->edits && (wants || says.asks) && !editor())
        give(*self, now);
    self->asks = says.asks && !self->edits;
    return {};
}

void People::leave(const Uuid& client) {
    std::erase_if(m_all, [&](const Person& p) { return p.client == client; });
}

Result<void> People::handOver(const Uuid& from, const Uuid& to, std::int64_t now) {
    Person* holds = editorIn();
    if (!holds || holds->client != from)
        return Error{ErrorCategory::Conflict, "You do not edit this project any more.", {}};
    const auto next =
        std::find_if(m_all.begin(), m_all.end(), [&](const Person& p) { return p.client == to; });
    if (next == m_all.end() || next->isGone(now))
        return Error{ErrorCategory::NotFound, "Who asked for the project has gone.", {}};
    holds->edits = false;
    holds->since = now;
    give(*next, now);
    return {};
}

} // namespace cutaway::cloud
