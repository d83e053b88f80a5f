#include "core/render/graphic_colour.h"
#include "core/render/graphic_painter.h"
#include "core/render/template_library.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace cutaway;
using namespace cutaway::render;
using timeline::Graphic;

namespace {

const FrameRate rate{50, 1};
const Canvas uhd{3840, 2160};
const Canvas sd540{960, 540};

const TemplateLibrary& library() {
    static const TemplateLibrary loaded = loadTemplates({{CUTAWAY_SOURCE_DIR "/resources/graphics"}});
    return loaded;
}

Graphic graphic(const char* id, std::vector<timeline::GraphicField> fields = {}) {
    Graphic made = graphicFrom(*library().find(id));
    made.fields = std::move(fields);
    return made;
}

Graphic box(const std::string& colour, const std::string& more = {}) {
    return {R"({"cutaway_graphic": 1, "id": "b", "name": "B", "ms": 1000, "anchor": "centre", "width": 0.5,
        "height": 0.5, "fields": [], "elements": [{"kind": "box", "x": 0, "y": 0, "width": 0.5, "height": 0.5,
        "colour": ")" +
                colour + "\"" + more + "}]}",
            {},
            0,
            0};
}

/// One text in a box of a third of the picture's height by 0.1, all that there is.
Graphic textBox(const std::string& text, const std::string& more) {
    Graphic made{
        R"({"cutaway_graphic": 1, "id": "t", "name": "T", "ms": 1000, "anchor": "centre", "width": 0.3,
        "height": 0.1, "fields": [{"key": "text", "type": "text", "label": "T", "initial": ""}],
        "elements": [{"kind": "text", "x": 0, "y": 0, "width": 0.3, "height": 0.1, "colour": "#FFFFFF",
        "text": "{text}", "font": "Inter", "size": 0.06)" +
            more + "}]}",
        {},
        0,
        0};
    made.fields = {{"text", text}};
    return made;
}

KeyedPicturePtr paint(const Graphic& what, const Canvas& canvas, std::int64_t frame = 100,
                      std::int64_t frames = 250, const std::string& language = {}) {
    GraphicPainter painter;
    auto picture = painter.paint(timeline::shared(what), language, {frame, frames, rate}, canvas);
    if (!picture)
        qFatal("%s", picture.error().message.c_str());
    return *picture;
}

bool same(const KeyedPicture& a, const KeyedPicture& b) {
    return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height && a.fill == b.fill &&
           a.key == b.key;
}

template <class Sample>
int codeAt(const media::VideoFrame& frame, std::size_t plane, int x, int y) {
    return reinterpret_cast<const Sample*>(frame.planes[plane] + y * frame.strides[plane])[x];
}

/// What fraction of the picture's luma is covered at all.
double covered(const KeyedPicture& picture) {
    double sum = 0;
    for (const auto key : picture.key[0])
        sum += key;
    return sum / KeyedPicture::full;
}

} // namespace

class TestGraphics : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whiteIsReferenceWhite_data() {
        QTest::addColumn<int>("primaries");
        QTest::addColumn<int>("transfer");
        QTest::addColumn<int>("format");
        QTest::addColumn<int>("code");
        const auto ten = static_cast<int>(media::PixelFormat::Yuv420p10);
        QTest::newRow("HLG, 75 %") << 9 << 18 << ten << 721;
        QTest::newRow("HLG 4:2:2") << 9 << 18 << static_cast<int>(media::PixelFormat::Yuv422p10) << 721;
        QTest::newRow("PQ, 58 %") << 9 << 16 << ten << 573;
        QTest::newRow("SDR") << 1 << 1 << ten << 940;
        QTest::newRow("SDR of BT.2020") << 9 << 14 << ten << 940;
        QTest::newRow("SDR, 8 bit") << 1 << 1 << static_cast<int>(media::PixelFormat::Yuv420p8) << 235;
    }
    void whiteIsReferenceWhite() {
        QFETCH(int, primaries);
        QFETCH(int, transfer);
        QFETCH(int, format);
        QFETCH(int, code);
        const Canvas canvas{
            960, 540, static_cast<media::PixelFormat>(format), {primaries, transfer, primaries, false}};
        const auto shown = keyOver(nullptr, *paint(box("#FFFFFF"), canvas), canvas);
        const bool ten = media::bitDepth(canvas.format) == 10;
        const auto at = [&](std::size_t plane, int x, int y) {
            return ten ? codeAt<std::uint16_t>(*shown, plane, x, y)
                       : codeAt<std::uint8_t>(*shown, plane, x, y);
        };
        QCOMPARE(at(0, 480, 270), code);
        QCOMPARE(at(1, 240, 135), ten ? 512 : 128);
        QCOMPARE(at(2, 240, 135), ten ? 512 : 128);
        QCOMPARE(at(0, 10, 10), ten ? 64 : 16); // nothing there
        QVERIFY(shown->colour == canvas.colour);
    }

    void coloursAreTheLightOfAnSdrScreen() {
        // BT.709 red in HLG of BT.2020, by the formulas of BT.2100 and BT.2408: computed by hand.
        const Rgb red = signalOf({1, 0, 0}, media::Colour::hlg());
        const double luminance = 0.203 * (0.2627 * 0.627404 + 0.6780 * 0.069097 + 0.0593 * 0.016391);
        const double scene = 0.203 * 0.627404 * std::pow(luminance, -1.0 / 6);
        QVERIFY(std::abs(red.r - (0.17883277 * std::log(12 * scene - 0.28466892) + 0.55991073)) < 1e-9);
        QVERIFY(red.g > 0 && red.g < red.r && red.b > 0 && red.b < red.g);
        QVERIFY(signalOf({0, 0, 0}, media::Colour::hlg()) == Rgb{});
        QVERIFY((signalOf({0.2, 0.4, 0.6}, media::Colour::sdr()) == Rgb{0.2, 0.4, 0.6}));
    }

    void whatItDoesNotTouchStaysToTheBit() {
        media::WritableFrame noise = media::allocateFrame(960, 540, sd540.format, sd540.colour);
        std::uint32_t state = 1;
        for (std::size_t plane = 0; plane < 3; ++plane)
            for (int y = 0; y < (plane == 0 ? 540 : 270); ++y)
                for (int x = 0; x < (plane == 0 ? 960 : 480); ++x) {
                    state = state * 1664525 + 1013904223;
                    reinterpret_cast<std::uint16_t*>(noise.planes[plane] +
                                                     y * noise.frame.strides[plane])[x] =
                        static_cast<std::uint16_t>(state >> 22);
                }
        const auto below = noise.share();
        const auto picture = paint(graphic("lower-third"), sd540);
        const auto shown = keyOver(below, *picture, sd540);
        int changed = 0;
        for (int y = 0; y < 540; ++y)
            for (int x = 0; x < 960; ++x) {
                const int before = codeAt<std::uint16_t>(*below, 0, x, y);
                const int after = codeAt<std::uint16_t>(*shown, 0, x, y);
                const bool inside = x >= picture->x && x < picture->x + picture->width && y >= picture->y &&
                                    y < picture->y + picture->height;
                const auto at = static_cast<std::size_t>((y - picture->y) * picture->width + x - picture->x);
                const int key = inside ? picture->key[0][at] : 0;
                if (key == 0)
                    QCOMPARE(after, before);
                // By the definition, within rounding.
                const double fill = inside ? picture->fill[0][at] / 64.0 : 0;
                const double exact = before * (1 - key / double(KeyedPicture::full)) + fill;
                QVERIFY2(std::abs(after - exact) < 0.51, qPrintable(QStringLiteral("%1 %2").arg(x).arg(y)));
                changed += before != after;
            }
        QVERIFY(changed > 5000);
        QVERIFY(keyOver(below, KeyedPicture{}, sd540) == below);
    }

    void sizesShowTheSame_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("frame");
        for (const auto& stored : library().templates)
            for (const int frame : {8, 100})
                QTest::addRow("%s frame %d", stored.design.id.c_str(), frame)
                    << QString::fromStdString(stored.design.id) << frame;
    }
    /// UHD averaged down to 540 lines is 540 lines, but where two edges meet within a pixel.
    void sizesShowTheSame() {
        QFETCH(QString, id);
        QFETCH(int, frame);
        const Graphic what = graphic(id.toLatin1().constData());
        const auto large = keyOver(nullptr, *paint(what, uhd, frame), uhd);
        const auto small = keyOver(nullptr, *paint(what, sd540, frame), sd540);
        double sum = 0;
        int edges = 0;
        int seen = 0;
        for (int y = 0; y < 540; ++y)
            for (int x = 0; x < 960; ++x) {
                double mean = 0;
                for (int j = 0; j < 4; ++j)
                    for (int i = 0; i < 4; ++i)
                        mean += codeAt<std::uint16_t>(*large, 0, x * 4 + i, y * 4 + j) / 16.0;
                const double off = std::abs(mean - codeAt<std::uint16_t>(*small, 0, x, y));
                sum += off;
                edges += off > 44; // 5 %
                seen += mean > 64.5;
            }
        qInfo("mean %.4f of 876 codes, %d of %d pixels off by more than 44", sum / seen, edges, seen);
        QVERIFY(seen > 1000);
        QVERIFY(sum / seen < 4.0);
        QVERIFY(edges * 100 < seen);
    }

    void textIsSharpAtUhd() {
        // Upscaling 540 lines could not do this: black to white within three pixels at most.
        const auto picture = paint(textBox("H", ", \"weight\": 700"), uhd);
        int steep = 0;
        for (int y = picture->height / 2; y < picture->height / 2 + 4; ++y)
            for (int x = 0; x + 3 < picture->width; ++x) {
                const auto at = static_cast<std::size_t>(y * picture->width + x);
                steep += picture->key[0][at] == 0 && picture->key[0][at + 3] == KeyedPicture::full;
            }
        QVERIFY2(steep >= 8, qPrintable(QString::number(steep)));
    }

    void animationIsExactAndSymmetric() {
        const Graphic what = graphic("lower-third", {{"name", "Ada Morrow"}, {"detail", "Northhaven"}});
        for (const int frame : {0, 1, 5, 12, 20, 40})
            QVERIFY2(same(*paint(what, sd540, frame), *paint(what, sd540, 249 - frame)),
                     qPrintable(QString::number(frame)));
        // More of it with each frame until it stands; the next frame is another picture.
        double before = 0;
        for (int frame = 0; frame < 24; ++frame) {
            const double now = covered(*paint(what, sd540, frame));
            QVERIFY2(now > before, qPrintable(QString::number(frame)));
            before = now;
        }
        QVERIFY(same(*paint(what, sd540, 60), *paint(what, sd540, 180)));
        QVERIFY(covered(*paint(what, sd540, 0)) < covered(*paint(what, sd540, 60)) / 20);
    }

    void whatHoldsStillIsDrawnOnce() {
        GraphicPainter painter;
        const auto what = timeline::shared(graphic("lower-third"));
        const auto first = painter.paint(what, {}, {60, 250, rate}, sd540).value();
        for (int frame = 61; frame < 180; ++frame)
            QVERIFY(painter.paint(what, {}, {frame, 250, rate}, sd540).value() == first);
        QCOMPARE(painter.painted(), std::size_t{1});
        // An equal graphic is the same graphic; another text, size or language is not.
        QVERIFY(painter.paint(timeline::shared(*what), {}, {60, 250, rate}, sd540).value() == first);
        QVERIFY(painter.paint(what, "de", {60, 250, rate}, sd540).value() != first);
        QVERIFY(
            painter
                .paint(timeline::shared(graphic("lower-third", {{"name", "B"}})), {}, {60, 250, rate}, sd540)
                .value() != first);
        // A running clock is drawn once a second.
        const auto clock = timeline::shared(graphic("clock-and-score"));
        const auto count = painter.painted();
        for (int frame = 100; frame < 300; ++frame)
            QVERIFY(painter.paint(clock, {}, {frame, 1000, rate}, sd540).ok());
        QCOMPARE(painter.painted() - count, std::size_t{4});
    }

    void fewerBytesAreKept() {
        GraphicPainter painter(1);
        const auto one = timeline::shared(graphic("lower-third"));
        const auto other = timeline::shared(graphic("logo-bug"));
        for (int i = 0; i < 3; ++i)
            for (const auto& each : {one, other})
                QVERIFY(
                    same(*painter.paint(each, {}, {60, 250, rate}, sd540).value(), *paint(*each, sd540, 60)));
        QCOMPARE(painter.painted(), std::size_t{6});
    }

    void languagesChooseTheirText() {
        Graphic what =
            graphic("lower-third", {{"name", "Morrow"}, {"detail", "Heats", {{"de", "Vorläufe"}}}});
        const Graphic german = graphic("lower-third", {{"name", "Morrow"}, {"detail", "Vorläufe"}});
        QVERIFY(same(*paint(what, sd540, 100, 250, "de-CH"), *paint(german, sd540)));
        QVERIFY(!same(*paint(what, sd540, 100, 250, "fr"), *paint(german, sd540)));
        QVERIFY(same(*paint(what, sd540, 100, 250, "fr"), *paint(what, sd540)));
        // What is not filled in is the template's own, in that language.
        QVERIFY(same(*paint(graphic("lower-third"), sd540, 100, 250, "de"),
                     *paint(graphic("lower-third", {{"detail", "Land, Funktion oder Wettbewerb"}}), sd540)));
    }

    void longTextsStayInTheirBox_data() {
        QTest::addColumn<QString>("more");
        QTest::newRow("shrinks") << "";
        QTest::newRow("elides") << ", \"fit\": \"elide\"";
        QTest::newRow("two lines") << ", \"lines\": 2, \"size\": 0.04";
    }
    void longTextsStayInTheirBox() {
        QFETCH(QString, more);
        const std::string extra = more.toStdString();
        for (const std::string& text :
             {std::string("Maximiliane Featherstonehaugh-Winterbottom of Northhaven"), std::string(900, 'W'),
              std::string(
                  "long names with many words that go on and on and on and on and on and on and on")}) {
            Graphic what = textBox(text, extra.find("size") == std::string::npos ? extra : ", \"lines\": 2");
            const auto picture = paint(what, uhd);
            // 0.3 units in the middle of the picture, and the width of a soft edge.
            const int width = static_cast<int>(0.3 * 2160);
            QVERIFY2(picture->width <= width + 16, qPrintable(QString::number(picture->width)));
            QVERIFY(picture->x >= 1920 - width / 2 - 10);
            QVERIFY(covered(*picture) > 2000);
        }
        // One that fits is as large as it says.
        QVERIFY(same(*paint(textBox("Ada", ""), uhd), *paint(textBox("Ada", ", \"fit\": \"elide\""), uhd)));
    }

    void everyScriptIsDrawn_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("Arabic") << QString::fromUtf8("ليلى الساحلي");
        QTest::newRow("Hebrew and Latin") << QString::fromUtf8("נועה Morrow 12");
        QTest::newRow("Japanese") << QString::fromUtf8("北海 太郎");
        QTest::newRow("combining") << QString::fromUtf8("Z\xcc\x8c\xcc\xa3o\xcc\x88");
        QTest::newRow("emoji") << QString::fromUtf8("🏅 Ada");
        QTest::newRow("lone surrogate") << QString(QChar(0xD83C)) + QStringLiteral(" A");
        QTest::newRow("controls") << QString::fromUtf8("A\tB\nC\u202E D\u0000");
    }
    void everyScriptIsDrawn() {
        QFETCH(QString, text);
        for (const char* more : {"", ", \"fit\": \"elide\"", ", \"lines\": 2"})
            QVERIFY(covered(*paint(textBox(text.toStdString(), more), uhd)) > 100);
        QVERIFY(paint(textBox("\xff\xfe broken", ""), uhd)->width > 0); // no UTF-8
        QCOMPARE(paint(textBox("", ""), uhd)->width, 0);
    }

    void shapesOfPicturesKeepItInTheSafeArea() {
        for (const Canvas& canvas : {Canvas{1080, 1920}, Canvas{1080, 1080}, Canvas{864, 1080}, uhd, sd540})
            for (const auto& stored : library().templates) {
                const auto picture = paint(graphicFrom(stored), canvas);
                QVERIFY2(picture->x >= canvas.width * 0.05 - 4 && picture->y >= canvas.height * 0.05 - 4 &&
                             picture->x + picture->width <= canvas.width * 0.95 + 4 &&
                             picture->y + picture->height <= canvas.height * 0.95 + 4,
                         stored.design.id.c_str());
            }
        // Moved out of the picture nothing is left of it, and nothing breaks.
        Graphic away = graphic("lower-third");
        away.moveX = timeline::graphicMoveLimit;
        QCOMPARE(paint(away, uhd)->width, 0);
        away.moveX = 0;
        away.moveY = -1000;
        const auto moved = paint(away, uhd);
        QCOMPARE(paint(graphic("lower-third"), uhd)->y - moved->y, 216); // a tenth of 2160
    }

    void errorsAreSaid() {
        GraphicPainter painter;
        const auto broken = painter.paint(timeline::shared({"{", {}, 0, 0}), {}, {0, 1, rate}, sd540);
        QVERIFY(!broken.ok());
        QVERIFY(broken.error().message.starts_with("This graphic template cannot be used"));
    }
};

QTEST_MAIN(TestGraphics)
#include "test_graphics.moc"
