#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/tams/json.h"
#include "core/time/frame_rate.h"
#include "core/time/time_range.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Wire types of TAMS 8.2, for client and server. Each has toJson and a fromJson that refuses what the schema
/// refuses; fields that we do not know are kept in `other` and written back. Absent text is empty.
namespace cutaway::tams {

namespace format {
inline constexpr std::string_view video = "urn:x-nmos:format:video";
inline constexpr std::string_view audio = "urn:x-nmos:format:audio";
inline constexpr std::string_view data = "urn:x-nmos:format:data";
inline constexpr std::string_view multi = "urn:x-nmos:format:multi";
inline constexpr std::string_view image = "urn:x-tam:format:image";
} // namespace format

/// Tags as an object of strings or arrays of strings; exactly as sent.
/// The first text of a tag, or empty.
std::string tagText(const Json& tags, std::string_view name);

/// A member of a Source or Flow collection, in order.
struct CollectionItem {
    Uuid id;
    std::string role;
    Json containerMapping; ///< null: none
    Json other = Json::object();
    bool operator==(const CollectionItem&) const = default;
};

struct Source {
    Uuid id;
    std::string format;
    std::string label;
    std::string description;
    std::string createdBy;
    std::string updatedBy;
    std::string created; ///< RFC 3339
    std::string updated;
    Json tags = Json::object();
    std::vector<CollectionItem> collection;
    std::vector<Uuid> collectedBy;
    Json other = Json::object();
    bool operator==(const Source&) const = default;
};

/// essence_parameters of every format; what a format does not have stays empty.
struct EssenceParameters {
    int width = 0; ///< video, image
    int height = 0;
    std::optional<FrameRate> frameRate; ///< video
    bool variableRate = false;
    int bitDepth = 0;
    std::string interlaceMode;
    std::string colourSpace; ///< "BT2100", "BT2020", "BT709", "BT601"
    std::string transfer;    ///< "HLG", "PQ", "SDR"
    int sampleRate = 0;      ///< audio
    int channels = 0;
    std::string dataType; ///< data
    Json other = Json::object();
    bool operator==(const EssenceParameters&) const = default;
};

struct Flow {
    Uuid id;
    Uuid sourceId;
    std::string label;
    std::string description;
    std::string createdBy;
    std::string updatedBy;
    std::string created; ///< RFC 3339, by the server
    std::string metadataUpdated;
    std::string segmentsUpdated;
    std::string metadataVersion;
    std::string status; ///< "ingesting", "closed_complete", ...
    std::string format;
    std::string codec;     ///< MIME
    std::string container; ///< MIME; empty: no Segments of its own
    std::string profileId;
    int generation = 0;
    std::optional<std::int64_t> averageBitRate;   ///< 1000 bit/s
    std::optional<std::int64_t> maximumBitRate;   ///< 1000 bit/s
    std::optional<std::int64_t> segmentNumerator; ///< target length of a Segment, seconds
    std::int64_t segmentDenominator = 1;
    bool readOnly = false;
    EssenceParameters essence;
    std::optional<TimeRange> timerange; ///< by the server, when asked for
    std::vector<CollectionItem> collection;
    std::vector<Uuid> collectedBy;
    Json containerMapping; ///< null: none
    Json tags = Json::object();
    Json other = Json::object();
    bool operator==(const Flow&) const = default;
};

struct GetUrl {
    std::string url;
    std::string label;
    bool presigned = false;
    Json other = Json::object();
    bool operator==(const GetUrl&) const = default;
};

struct Segment {
    std::string objectId;
    TimeRange timerange; ///< on the Flow's time line
    Timestamp tsOffset;  ///< Object time + tsOffset = Flow time
    std::optional<Timestamp> lastDuration;
    std::optional<TimeRange> objectTimerange; ///< on the Object's time line, when asked for
    std::optional<std::int64_t> keyFrameCount;
    std::optional<std::int64_t> sampleOffset;
    std::optional<std::int64_t> sampleCount;
    std::string initObjectId;
    std::vector<GetUrl> getUrls;
    Json other = Json::object();
    bool operator==(const Segment&) const = default;
};

struct Object {
    std::string id;
    std::vector<Uuid> referencedByFlows;
    Uuid firstReferencedByFlow; ///< nil: unknown
    std::optional<TimeRange> timerange;
    std::optional<std::int64_t> keyFrameCount;
    std::vector<GetUrl> getUrls;
    Json other = Json::object();
    bool operator==(const Object&) const = default;
};

/// POST /flows/{id}/storage: a count or chosen ids, not both; neither lets the server choose.
struct StorageRequest {
    std::optional<std::int64_t> limit;
    std::vector<std::string> objectIds;
    Uuid storageId; ///< nil: the default
    std::string contentType;
    std::optional<bool> presigned;
    bool operator==(const StorageRequest&) const = default;
};

/// Where to PUT the bytes of one new Object.
struct ObjectAllocation {
    std::string objectId;
    std::string putUrl;
    std::string contentType;
    std::map<std::string, std::string> headers;
    bool presigned = false;
    bool operator==(const ObjectAllocation&) const = default;
};

struct StorageAllocation {
    std::vector<ObjectAllocation> objects;
    bool operator==(const StorageAllocation&) const = default;
};

/// One Segment that a bulk registration did not take.
struct FailedSegment {
    std::string objectId;
    std::optional<TimeRange> timerange;
    std::string summary;
    bool operator==(const FailedSegment&) const = default;
};

struct Service {
    std::string type = "urn:x-tams:service:cutaway";
    std::string apiVersion = "8.2";
    std::string name;
    std::string description;
    std::string serviceVersion;
    std::string minObjectTimeout;    ///< timestamp
    std::string minPresignedTimeout; ///< timestamp
    Json eventStreams = Json::array();
    Json other = Json::object();
    bool operator==(const Service&) const = default;
};

/// error.json: what we answer every 4xx and 5xx with.
struct ErrorBody {
    std::string type;
    std::string summary;
    std::string time; ///< RFC 3339
    bool operator==(const ErrorBody&) const = default;
};

Json toJson(const CollectionItem& item);
Json toJson(const std::vector<CollectionItem>& items);
Json toJson(const Source& source);
Json toJson(const Flow& flow);
Json toJson(const GetUrl& url);
Json toJson(const Segment& segment);
Json toJson(const Object& object);
Json toJson(const StorageRequest& request);
Json toJson(const StorageAllocation& allocation);
Json toJson(const FailedSegment& failed);
Json toJson(const Service& service);
Json toJson(const ErrorBody& error);

Result<std::vector<CollectionItem>> collectionFromJson(const Json& json);
Result<Source> sourceFromJson(const Json& json);
Result<Flow> flowFromJson(const Json& json);
Result<Segment> segmentFromJson(const Json& json);
Result<Object> objectFromJson(const Json& json);
Result<StorageRequest> storageRequestFromJson(const Json& json);
Result<StorageAllocation> storageAllocationFromJson(const Json& json);
/// The array `failed_segments` of a bulk registration's 200.
Result<std::vector<FailedSegment>> failedSegmentsFromJson(const Json& json);
Result<Service> serviceFromJson(const Json& json);

} // namespace cutaway::tams
