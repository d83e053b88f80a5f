#include "core/cloud/catalogue_api/catalogue_schema.h"

namespace cutaway::cloud {

namespace {

// `body` is the resource as the API gives it, less what has a table or a column of its own.
constexpr std::string_view firstTables = R"sql(
CREATE TABLE events (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    created_by TEXT NOT NULL,
    start_date TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE units (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    created_by TEXT NOT NULL,
    event_id TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE,
    rsc TEXT NOT NULL,
    day TEXT NOT NULL,
    session TEXT NOT NULL,
    start TEXT NOT NULL,
    place INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX units_in_order ON units (event_id, day, session, start, place);

CREATE TABLE angles (
    unit_id TEXT NOT NULL REFERENCES units(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    workspace_id TEXT NOT NULL,
    created_by TEXT NOT NULL,
    name TEXT NOT NULL,
    source_id TEXT,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'ingesting', 'ready')),
    PRIMARY KEY (unit_id, number)
) STRICT;
CREATE INDEX angles_by_source ON angles (source_id);

CREATE TABLE marks (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    created_by TEXT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES units(id) ON DELETE CASCADE,
    seconds INTEGER NOT NULL,
    nanoseconds INTEGER NOT NULL,
    duration TEXT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL
) STRICT;
CREATE INDEX marks_in_order ON marks (unit_id, seconds, nanoseconds);

-- own: words of the thing itself; context: words of what it belongs to.
CREATE VIRTUAL TABLE catalogue_search USING fts5(
    own, context, subject UNINDEXED, unit_id UNINDEXED, workspace_id UNINDEXED,
    tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3');
-- A full-text table has no key: this one leads from a thing to its row.
CREATE TABLE catalogue_search_rows (subject TEXT PRIMARY KEY, search_row INTEGER NOT NULL) STRICT;
)sql";

// Finding has to keep up with the fingers: a row tells everything about its order and its filters.
constexpr std::string_view searchRowsThatStandAlone = R"sql(
ALTER TABLE catalogue_search_rows RENAME TO former_search_rows;
CREATE TABLE catalogue_search_rows (
    search_row INTEGER PRIMARY KEY,
    subject TEXT NOT NULL UNIQUE,
    unit_id TEXT NOT NULL,
    event_id TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    position TEXT NOT NULL -- units before marks, then the schedule's order
) STRICT;
INSERT INTO catalogue_search_rows
SELECT o.search_row, o.subject, u.id, u.event_id, u.workspace_id,
       iif(o.subject LIKE 'mark/%', '1', '0') || char(1) || u.day || char(1) || u.session || char(1) || u.start ||
       char(1) || printf('%012d', u.place) || char(1) || u.rsc
FROM former_search_rows o JOIN catalogue_search s ON s.rowid = o.search_row JOIN units u ON u.id = s.unit_id;
DROP TABLE former_search_rows;
CREATE INDEX angles_shown ON angles (unit_id) WHERE state <> 'waiting';
)sql";

} // namespace

Schema catalogueSchema() {
    return {"catalogue", {firstTables, searchRowsThatStandAlone}};
}

} // namespace cutaway::cloud
