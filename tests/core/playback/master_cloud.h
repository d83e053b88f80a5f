#pragma once

#include "core/cloud/server.h"
#include "core/media/frame_id.h"
#include "core/media/media_writer.h"
#include "core/tams/client.h"
#include "core/tams/source_view.h"

#include <QTemporaryDir>
#include <QtGlobal>

#include <cstring>
#include <memory>
#include <vector>

namespace cutaway::test {

/// A real cloud with angles of which there is only a master, each picture carrying its number.
class MasterCloud {
public:
    struct Shape {
        int width = 640;
        int height = 360;
        int frames = 50; ///< of each piece
        int pieces = 2;
        int bFrames = 0;
    };
    static constexpr std::int64_t first = 36'000 * 50; ///< absolute frame
    static constexpr std::uint32_t number = 4;         ///< that the pictures name as their source

    MasterCloud() {
        cloud::CloudServer::Options options;
        options.dataFolder = m_folder.path().toStdString();
        options.token = token;
        m_server = must(cloud::CloudServer::start(options));
        m_client = std::make_shared<tams::TamsClient>(std::make_shared<tams::HttpClient>(connection()));
    }

    tams::Connection connection() const { return {m_server->url(), token, false}; }
    const std::shared_ptr<tams::TamsClient>& client() const { return m_client; }
    /// Bytes of the first piece of the newest angle.
    std::size_t pieceSize() const { return m_piece.size(); }
    const media::ByteBuffer& piece() const { return m_piece; }

    tams::SourceView angle(const Shape& shape) {
        tams::Flow master;
        master.id = Uuid::random();
        master.sourceId = Uuid::random();
        master.label = "CAM 4";
        master.format = tams::format::video;
        master.codec = "video/h265";
        master.container = "video/mp4";
        master.essence.width = shape.width;
        master.essence.height = shape.height;
        master.essence.frameRate = FrameRate{50, 1};
        master.essence.bitDepth = 10;
        orAbort(m_client->putFlow(master));
        tams::StorageRequest request;
        request.limit = shape.pieces;
        const auto storage = must(m_client->allocate(master.id, request));
        std::vector<tams::Segment> segments;
        const SourceClock clock{{36'000, 0}, {50, 1}};
        for (int piece = 0; piece < shape.pieces; ++piece) {
            const auto& where = storage.objects[static_cast<std::size_t>(piece)];
            const std::int64_t from = first + std::int64_t{piece} * shape.frames;
            const media::ByteBuffer bytes = encode(shape, from);
            if (piece == 0)
                m_piece = bytes;
            orAbort(m_client->putObject(where, bytes));
            tams::Segment segment;
            segment.objectId = where.objectId;
            segment.timerange = clock.rangeOf(from, shape.frames);
            segment.tsOffset = clock.timeOf(from);
            segments.push_back(segment);
        }
        must(m_client->addSegments(master.id, segments));
        return must(tams::resolveSource(*m_client, master.sourceId));
    }

private:
    static constexpr const char* token = "0123456789abcdef0123456789abcdef";

    template <class T>
    static T must(Result<T> result) {
        if (!result)
            qFatal("%s %s", result.error().message.c_str(), result.error().detail.c_str());
        return std::move(result).value();
    }
    static void orAbort(const Result<void>& result) {
        if (!result)
            qFatal("%s", result.error().message.c_str());
    }

    /// HEVC with noise, which makes it large.
    static media::ByteBuffer encode(const Shape& shape, std::int64_t from) {
        media::WriterSettings settings;
        settings.video = media::hevcMaster(shape.width, shape.height, {50, 1});
        settings.video->bFrames = shape.bFrames;
        auto writer = must(media::MediaWriter::toMemory(settings));
        std::uint32_t noise = 1;
        for (int i = 0; i < shape.frames; ++i) {
            auto frame =
                media::allocateFrame(shape.width, shape.height, settings.video->format, media::Colour::hlg());
            for (std::size_t plane = 0; plane < 3; ++plane) {
                const int rows = plane == 0 ? shape.height : shape.height / 2;
                for (std::ptrdiff_t j = 0; j < frame.frame.strides[plane] / 2 * rows; ++j) {
                    noise = noise * 1664525U + 1013904223U;
                    const auto code = static_cast<std::uint16_t>((plane == 0 ? 300 : 400) + (noise >> 24));
                    std::memcpy(frame.planes[plane] + j * 2, &code, 2);
                }
            }
            media::drawFrameId(frame, {number, static_cast<std::uint32_t>(from + i)});
            orAbort(writer.write(*frame.share()));
        }
        orAbort(writer.finish());
        return writer.takeBytes();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<cloud::CloudServer> m_server;
    std::shared_ptr<tams::TamsClient> m_client;
    media::ByteBuffer m_piece;
};

} // namespace cutaway::test
