#include "core/cloud/submissions/submission_store.h"

#include "core/cloud/store/clock.h"

#include <array>
#include <openssl/evp.h>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::string_view firstTables = R"sql(
CREATE TABLE submissions (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    workspace_id TEXT NOT NULL,
    created_by TEXT NOT NULL,
    title TEXT NOT NULL,
    profiles TEXT NOT NULL,
    ingest_result INTEGER NOT NULL,
    digest TEXT NOT NULL,
    otio TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT;

CREATE TABLE deliveries (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    workspace_id TEXT NOT NULL,
    created_by TEXT NOT NULL,
    submission_id TEXT NOT NULL REFERENCES submissions(id),
    profile TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_key TEXT NOT NULL,
    size INTEGER NOT NULL,
    source_id TEXT
) STRICT;
CREATE INDEX deliveries_by_submission ON deliveries (submission_id, place);
)sql";

constexpr std::string_view columns = "SELECT id, workspace_id, created_by, title, profiles, ingest_result, "
                                     "digest, otio, created FROM submissions ";

SubmissionRecord recordOf(const Statement& row) {
    SubmissionRecord submission;
    submission.id = Uuid::parse(row.text(0)).value();
    submission.workspace = Uuid::parse(row.text(1)).value();
    submission.createdBy = row.text(2);
    submission.title = row.text(3);
    submission.profiles = json::parse(row.text(4)).get<std::vector<std::string>>();
    submission.ingestResult = row.integer(5) != 0;
    submission.digest = row.text(6);
    submission.otio = row.text(7);
    submission.created = row.integer(8);
    return submission;
}

} // namespace

Schema submissionSchema() {
    return {"submissions", {firstTables}};
}

void addSubmission(Connection& store, SubmissionRecord& submission) {
    submission.created = nowMicroseconds();
    store.run("INSERT INTO submissions (id, workspace_id, created_by, title, profiles, ingest_result, "
              "digest, otio, "
              "created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              submission.id.toString(), submission.workspace.toString(), submission.createdBy,
              submission.title, json(submission.profiles).dump(), submission.ingestResult, submission.digest,
              submission.otio, submission.created);
}

std::optional<SubmissionRecord> findSubmission(Connection& store, const Uuid& id) {
    auto row = store.query(std::string(columns) + "WHERE id = ?", id.toString());
    return row.next() ? std::optional(recordOf(row)) : std::nullopt;
}

std::vector<SubmissionRecord> listSubmissions(Connection& store, const Uuid& workspace, int limit) {
    std::vector<SubmissionRecord> submissions;
    auto rows = store.query(std::string(columns) + "WHERE workspace_id = ? ORDER BY place DESC LIMIT ?",
                            workspace.toString(), limit);
    while (rows.next())
        submissions.push_back(recordOf(rows));
    return submissions;
}

std::string digestOf(const json& request) {
    // Objects of this JSON library are ordered by key, so equal values give equal text.
    const std::string text = request.dump(-1, ' ', false, json::error_handler_t::replace);
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned length = 0;
    EVP_Digest(text.data(), text.size(), bytes.data(), &length, EVP_sha256(), nullptr);
    std::string digest;
    for (unsigned i = 0; i < length; ++i) {
        constexpr std::string_view digits = "0123456789abcdef";
        digest += digits[bytes[i] >> 4];
        digest += digits[bytes[i] & 15];
    }
    return digest;
}

} // namespace cutaway::cloud
