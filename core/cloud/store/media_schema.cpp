#include "core/cloud/store/media_schema.h"

namespace cutaway::cloud {

namespace {

constexpr std::string_view first = R"sql(
CREATE TABLE settings (
    workspace_id TEXT NOT NULL, created_by TEXT NOT NULL,
    name TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (workspace_id, name)) WITHOUT ROWID;

CREATE TABLE sources (
    workspace_id TEXT NOT NULL, created_by TEXT NOT NULL,
    id TEXT NOT NULL, format TEXT NOT NULL, label TEXT,
    created INTEGER NOT NULL, updated INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id)) WITHOUT ROWID;
CREATE INDEX sources_by_created ON sources (workspace_id, created, id);
CREATE INDEX sources_by_updated ON sources (workspace_id, updated, id);
CREATE INDEX sources_by_label ON sources (workspace_id, label, id);

CREATE TABLE flows (
    workspace_id TEXT NOT NULL, created_by TEXT NOT NULL,
    id TEXT NOT NULL, source_id TEXT NOT NULL, format TEXT NOT NULL,
    codec TEXT, container TEXT, label TEXT, status TEXT, profile_id TEXT,
    frame_width INTEGER, frame_height INTEGER, init_segments INTEGER NOT NULL DEFAULT 0,
    read_only INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL, metadata_updated INTEGER, segments_updated INTEGER,
    document TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id)) WITHOUT ROWID;
CREATE INDEX flows_by_source ON flows (workspace_id, source_id);
CREATE INDEX flows_by_created ON flows (workspace_id, created, id);
CREATE INDEX flows_by_updated ON flows (workspace_id, metadata_updated, id);
CREATE INDEX flows_by_label ON flows (workspace_id, label, id);

CREATE TABLE flow_members (
    workspace_id TEXT NOT NULL, created_by TEXT NOT NULL,
    parent_id TEXT NOT NULL, position INTEGER NOT NULL, member_id TEXT NOT NULL, role TEXT,
    PRIMARY KEY (workspace_id, parent_id, position)) WITHOUT ROWID;
CREATE INDEX flow_members_by_member ON flow_members (workspace_id, member_id);

CREATE TABLE tags (
    workspace_id TEXT NOT NULL, created_by TEXT NOT NULL,
    kind TEXT NOT NULL, resource_id TEXT NOT NULL, name TEXT NOT NULL, value TEXT);
CREATE INDEX tags_by_resource ON tags (workspace_id, kind, resource_id);
CREATE INDEX tags_by_name ON tags (workspace_id, kind, name, value);

CREATE TABLE objects (
    workspace_id TEXT NOT NULL, created_by TEXT NOT NULL,
    id TEXT NOT NULL, file_key TEXT, content_type TEXT, allocated_by_flow TEXT,
    first_flow TEXT, is_init INTEGER NOT NULL DEFAULT 0, init_object_id TEXT,
    start_s INTEGER, start_ns INTEGER, end_s INTEGER, end_ns INTEGER, end_inclusive INTEGER,
    key_frame_count INTEGER, size INTEGER,
    allocated INTEGER NOT NULL, uploaded INTEGER, registered INTEGER,
    PRIMARY KEY (workspace_id, id)) WITHOUT ROWID;
CREATE UNIQUE INDEX objects_by_key ON objects (file_key) WHERE file_key IS NOT NULL;
CREATE INDEX objects_by_init ON objects (workspace_id, init_object_id) WHERE init_object_id IS NOT NULL;
CREATE INDEX objects_unregistered ON objects (allocated) WHERE registered IS NULL;

CREATE TABLE object_urls (
    workspace_id TEXT NOT NULL, created_by TEXT NOT NULL,
    object_id TEXT NOT NULL, label TEXT NOT NULL, document TEXT NOT NULL,
    PRIMARY KEY (workspace_id, object_id, label)) WITHOUT ROWID;

CREATE TABLE segments (
    workspace_id TEXT NOT NULL, created_by TEXT NOT NULL,
    flow_id TEXT NOT NULL, object_id TEXT NOT NULL,
    start_s INTEGER NOT NULL, start_ns INTEGER NOT NULL, start_exclusive INTEGER NOT NULL,
    end_s INTEGER NOT NULL, end_ns INTEGER NOT NULL, end_inclusive INTEGER NOT NULL,
    offset_s INTEGER NOT NULL, offset_ns INTEGER NOT NULL,
    created INTEGER NOT NULL, document TEXT NOT NULL,
    PRIMARY KEY (workspace_id, flow_id, start_s, start_ns, start_exclusive)) WITHOUT ROWID;
CREATE INDEX segments_by_end ON segments (workspace_id, flow_id, end_s, end_ns);
CREATE INDEX segments_by_object ON segments (workspace_id, object_id, flow_id);

CREATE TABLE holds (
    workspace_id TEXT NOT NULL, created_by TEXT NOT NULL,
    object_id TEXT NOT NULL, owner TEXT NOT NULL,
    PRIMARY KEY (workspace_id, object_id, owner)) WITHOUT ROWID;
CREATE INDEX holds_by_owner ON holds (workspace_id, owner);

CREATE TABLE unreferenced (
    workspace_id TEXT NOT NULL, created_by TEXT NOT NULL,
    object_id TEXT NOT NULL, since INTEGER NOT NULL,
    PRIMARY KEY (workspace_id, object_id)) WITHOUT ROWID;

CREATE TABLE doomed_files (
    workspace_id TEXT NOT NULL, created_by TEXT NOT NULL,
    file_key TEXT PRIMARY KEY) WITHOUT ROWID;

CREATE TABLE profiles (
    workspace_id TEXT NOT NULL, created_by TEXT NOT NULL,
    id TEXT NOT NULL, format TEXT NOT NULL, codec TEXT, label TEXT,
    created INTEGER NOT NULL, document TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id)) WITHOUT ROWID;

CREATE TABLE delete_requests (
    workspace_id TEXT NOT NULL, created_by TEXT NOT NULL,
    id TEXT NOT NULL, flow_id TEXT NOT NULL, object_id TEXT, timerange TEXT NOT NULL, delete_flow INTEGER NOT NULL,
    status TEXT NOT NULL, remaining TEXT, error TEXT,
    created INTEGER NOT NULL, updated INTEGER NOT NULL, expiry INTEGER,
    PRIMARY KEY (workspace_id, id)) WITHOUT ROWID;
)sql";

} // namespace

Schema mediaSchema() {
    return {"media", {first}};
}

} // namespace cutaway::cloud
