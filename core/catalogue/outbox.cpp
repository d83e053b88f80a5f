#include "core/catalogue/outbox.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>

namespace cutaway::catalogue {

namespace {

namespace fs = std::filesystem;
using tams::JsonReader;

constexpr int version = 1;
constexpr const char* itemEnding = ".item";
constexpr const char* stateEnding = ".state";

fs::path withEnding(fs::path item, const char* ending) {
    return item.replace_extension(ending);
}

Json idOrNull(const Uuid& id) {
    return id.isNil() ? Json() : Json(id.toString());
}

/// The first line of an item's file: everything but the document.
std::string headOf(const OutboxItem& item) {
    Json json = {{"cutaway_outbox", version},
                 {"id", item.id().toString()},
                 {"cloud", item.cloud},
                 {"queued", item.queued}};
    if (const SubmissionRequest* submission = item.submission()) {
        json["kind"] = "submission";
        json["title"] = submission->title;
        json["profiles"] = submission->profiles;
        json["ingest_result"] = submission->ingestResult;
        json["project_id"] = idOrNull(submission->projectId);
        json["revision_id"] = idOrNull(submission->revisionId);
    } else if (const RevisionRequest* revision = item.revision()) {
        json["kind"] = "revision";
        json["project_id"] = revision->projectId.toString();
        json["project_name"] = revision->projectName;
        json["parent"] = idOrNull(revision->parent);
        json["client_id"] = idOrNull(revision->clientId);
        json["note"] = revision->note;
        for (const Uuid& id : revision->unanswered)
            json["unanswered"].push_back(id.toString());
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<OutboxItem> itemFrom(const Json& json) {
    JsonReader in(json, "item of the outbox");
    OutboxItem item;
    if (in.integer("cutaway_outbox") != version)
        in.fail("cutaway_outbox", "is another version");
    item.cloud = in.text("cloud", true);
    item.queued = in.integer("queued");
    const std::string kind = in.text("kind", true);
    if (kind == "submission") {
        SubmissionRequest request;
        request.id = in.id("id", true);
        request.title = in.text("title");
        request.profiles = in.texts("profiles");
        request.ingestResult = in.boolean("ingest_result", true);
        request.projectId = in.id("project_id");
        request.revisionId = in.id("revision_id");
        item.what = std::move(request);
    } else if (kind == "revision") {
        RevisionRequest request;
        request.id = in.id("id", true);
        request.projectId = in.id("project_id", true);
        request.projectName = in.text("project_name");
        request.parent = in.id("parent");
        request.clientId = in.id("client_id");
        request.note = in.text("note");
        request.unanswered = in.ids("unanswered");
        item.what = std::move(request);
    } else {
        in.fail("kind", "is unknown");
    }
    CUTAWAY_CHECK(in.check());
    return item;
}

std::string stateOf(const OutboxItem& item) {
    Json json = {{"tried", item.tried}, {"cancelled", item.cancelled}};
    if (item.refusal) {
        json["refusal"] = {{"sentence", item.refusal->sentence}, {"problems", Json::array()}};
        for (const SubmissionProblem& problem : item.refusal->problems)
            json["refusal"]["problems"].push_back(toJson(problem));
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void readState(OutboxItem& item, const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    const auto json = tams::parseJson(text);
    if (!json || !json->is_object())
        return;
    JsonReader in(*json, "state");
    item.tried = in.boolean("tried");
    item.cancelled = in.boolean("cancelled");
    const Json& refusal = in.raw("refusal");
    if (!refusal.is_object())
        return;
    JsonReader why(refusal, "refusal");
    item.refusal = Refusal{why.text("sentence"), {}};
    for (const Json& element : why.array("problems"))
        if (auto problem = submissionProblemFromJson(element))
            item.refusal->problems.push_back(std::move(*problem));
}

std::string nameOf(const OutboxItem& item) {
    std::array<char, 24> number{};
    std::snprintf(number.data(), number.size(), "%012lld", static_cast<long long>(item.number));
    return std::string(number.data()) + "-" + item.id().toString();
}

/// The number at the start of a file's name; 0: it is none of ours.
std::int64_t numberOf(const fs::path& file) {
    std::int64_t number = 0;
    for (const char c : file.stem().string()) {
        if (c == '-')
            return number;
        if (c < '0' || c > '9' || number > INT64_MAX / 10 - 1)
            return 0;
        number = number * 10 + (c - '0');
    }
    return 0;
}

/// Files of items, by number.
std::vector<fs::path> itemFiles(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code none; // a folder that is not there has no items
    for (const auto& entry : fs::directory_iterator(folder, none))
        if (entry.path().extension() == itemEnding && numberOf(entry.path()) > 0)
            files.push_back(entry.path());
    std::sort(files.begin(), files.end(),
              [](const fs::path& a, const fs::path& b) { return numberOf(a) < numberOf(b); });
    return files;
}

std::optional<OutboxItem> readItem(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string head;
    if (!std::getline(stream, head) || stream.eof())
        return std::nullopt;
    const auto json = tams::parseJson(head);
    auto item = json ? itemFrom(*json) : Result<OutboxItem>(json.error());
    if (!item)
        return std::nullopt;
    item->number = numberOf(file);
    readState(*item, withEnding(file, stateEnding));
    return std::move(*item);
}

} // namespace

Uuid OutboxItem::id() const {
    return std::visit([](const auto& request) { return request.id; }, what);
}

const std::string& OutboxItem::title() const {
    const SubmissionRequest* delivery = submission();
    return delivery ? delivery->title : std::get<RevisionRequest>(what).projectName;
}

Outbox::Outbox(fs::path folder)
    : m_folder(std::move(folder)) {}

Result<OutboxItem> Outbox::add(const std::string& cloud,
                               std::variant<SubmissionRequest, RevisionRequest> what) {
    std::error_code failed;
    fs::create_directories(m_folder, failed);
    if (failed)
        return Error{ErrorCategory::Io, "It could not be kept on this computer: " + failed.message() + ".",
                     m_folder.string()};
    OutboxItem item;
    item.cloud = cloud;
    item.queued =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
            .count();
    item.what = std::move(what);
    std::string& otio = std::visit([](auto& request) -> std::string& { return request.otio; }, item.what);
    const std::string text = headOf(item) + "\n" + std::exchange(otio, {});
    CUTAWAY_TRY(const FileLock changing, changes());
    const auto files = itemFiles(m_folder);
    item.number = files.empty() ? 1 : numberOf(files.back()) + 1;
    CUTAWAY_CHECK(writeDurably(m_folder / (nameOf(item) + itemEnding), text));
    return item;
}

std::vector<OutboxItem> Outbox::items() const {
    std::vector<OutboxItem> items;
    for (const fs::path& file : itemFiles(m_folder))
        if (auto item = readItem(file))
            items.push_back(std::move(*item));
    return items;
}

std::optional<OutboxItem> Outbox::find(const Uuid& id) const {
    for (OutboxItem& item : items())
        if (item.id() == id)
            return std::move(item);
    return std::nullopt;
}

Result<std::string> Outbox::document(const OutboxItem& item) const {
    std::ifstream stream(m_folder / (nameOf(item) + itemEnding), std::ios::binary);
    std::string head;
    if (!std::getline(stream, head))
        return Error{ErrorCategory::NotFound, "It does not wait any more.", nameOf(item)};
    return std::string{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

Result<FileLock> Outbox::changes() const {
    return FileLock::take(m_folder / "changes.lock", FileLock::Wait::Yes);
}

template <class Set>
Result<void> Outbox::setState(const Uuid& id, Set set) {
    CUTAWAY_TRY(const FileLock changing, changes());
    auto item = find(id);
    if (!item)
        return Error{ErrorCategory::NotFound, "It does not wait any more.", id.toString()};
    set(*item);
    return writeDurably(m_folder / (nameOf(*item) + stateEnding), stateOf(*item));
}

Result<bool> Outbox::markTried(const Uuid& id) {
    bool wanted = true;
    CUTAWAY_CHECK(setState(id, [&wanted](OutboxItem& item) {
        wanted = !item.cancelled;
        item.tried = item.tried || wanted;
    }));
    return wanted;
}

Result<void> Outbox::refuse(const Uuid& id, const Refusal& refusal) {
    return setState(id, [&](OutboxItem& item) {
        item.refusal = refusal;
        item.tried = false; // the cloud has said that it has not got it
    });
}

Result<void> Outbox::takeUp(const Uuid& id) {
    return setState(id, [](OutboxItem& item) { item.refusal.reset(); });
}

Result<void> Outbox::cancel(const Uuid& id) {
    const auto cancelled = setState(id, [](OutboxItem& item) { item.cancelled = true; });
    if (!cancelled)
        return cancelled.error().category == ErrorCategory::NotFound ? Result<void>() : cancelled;
    const auto item = find(id);
    // The mark is set before an attempt, and what is cancelled is not tried any more.
    return item && !item->tried ? remove(id) : Result<void>();
}

Result<void> Outbox::remove(const Uuid& id) {
    for (const fs::path& file : itemFiles(m_folder)) {
        if (!file.stem().string().ends_with(id.toString()))
            continue;
        std::error_code failed;
        fs::remove(file, failed);
        if (failed)
            return Error{ErrorCategory::Io, "It could not be taken from the list: " + failed.message() + ".",
                         file.string()};
        fs::remove(withEnding(file, stateEnding), failed);
    }
    return {};
}

Result<bool> Outbox::removeUnlessCancelled(const Uuid& id) {
    CUTAWAY_TRY(const FileLock changing, changes());
    if (const auto item = find(id); item && item->cancelled)
        return false;
    CUTAWAY_CHECK(remove(id));
    return true;
}

Result<FileLock> Outbox::takeTurn() const {
    return FileLock::take(m_folder / "sending.lock", FileLock::Wait::No);
}

} // namespace cutaway::catalogue
