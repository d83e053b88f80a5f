#include "core/render/frame_plan.h"
#include "core/render/graphic_painter.h"
#include "core/render/template_library.h"

#include <QTest>

using namespace cutaway;
using namespace cutaway::render;
using timeline::Clip;
using timeline::Graphic;
using timeline::Item;
using timeline::Sequence;
using timeline::Track;

namespace {

constexpr FrameRate rate{50, 1};
const Canvas canvas{960, 540};

Graphic title(const std::string& text = "Ada Morrow") {
    static const auto library = loadTemplates({{CUTAWAY_SOURCE_DIR "/resources/graphics"}});
    Graphic made = graphicFrom(*library.find("lower-third"));
    made.fields = {{"name", text, {{"de", text + " (de)"}}}};
    return made;
}

Item clipOf(std::int64_t frames, const timeline::SharedValue<Graphic>& graphic = {}) {
    Clip clip;
    clip.id = Uuid::random();
    clip.name = "clip";
    clip.mediaRate = rate;
    clip.duration = frames;
    clip.graphic = graphic;
    if (!graphic)
        clip.media.sourceId = Uuid::random();
    return Item::of(std::move(clip));
}

Item graphicOf(std::int64_t frames, const std::string& text = "Ada Morrow") {
    return clipOf(frames, timeline::shared(title(text)));
}

Item with(const Item& item, auto change) {
    Clip clip = *item.clip;
    change(clip);
    return Item::of(std::move(clip));
}

/// A picture of 100 frames on V1, and these on V2.
Sequence sequenceWith(std::vector<Item> upper) {
    Sequence sequence = timeline::emptySequence("Test", rate, false);
    Track lower = *sequence.tracks[0];
    lower.items = {clipOf(100)};
    Track above = *sequence.tracks[0];
    above.id = Uuid::random();
    above.items = std::move(upper);
    sequence.tracks[0] = std::make_shared<const Track>(lower);
    sequence.tracks.insert(sequence.tracks.begin() + 1, std::make_shared<const Track>(above));
    return sequence;
}

/// "3/20" for each graphic of a frame: which of its frames, of how many.
std::string seen(const Sequence& sequence, std::int64_t frame) {
    std::string text;
    for (const Layer& layer : planFrame(sequence, frame).layers)
        if (const auto shot = render::graphicOf(layer, sequence))
            text +=
                (text.empty() ? "" : " ") + std::to_string(shot->first) + "/" + std::to_string(shot->frames);
    return text;
}

media::VideoFramePtr grey(int code) {
    media::WritableFrame frame = media::allocateFrame(960, 540, canvas.format, canvas.colour);
    for (std::size_t plane = 0; plane < 3; ++plane)
        for (int y = 0; y < (plane == 0 ? 540 : 270); ++y)
            for (int x = 0; x < (plane == 0 ? 960 : 480); ++x)
                reinterpret_cast<std::uint16_t*>(frame.planes[plane] + y * frame.frame.strides[plane])[x] =
                    static_cast<std::uint16_t>(plane == 0 ? code : 512);
    return frame.share();
}

int luma(const media::VideoFramePtr& frame, int x, int y) {
    return reinterpret_cast<const std::uint16_t*>(frame->planes[0] + y * frame->strides[0])[x];
}

Picture drawn(const Graphic& graphic, std::int64_t frame = 100, std::int64_t frames = 250) {
    Picture picture;
    picture.graphic = GraphicShot{timeline::shared(graphic), {}, frame, frames, rate};
    return picture;
}

media::VideoFramePtr composed(std::vector<Picture> pictures) {
    GraphicPainter painter;
    const auto done = drawGraphics(pictures, canvas, painter);
    if (!done)
        qFatal("%s", done.error().message.c_str());
    return compose(pictures, canvas).value();
}

constexpr int panelX = 400; // within the lower third's light panel, where there is no letter
constexpr int panelY = 505;

} // namespace

class TestGraphicLayers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aGraphicLiesOverThePicture() {
        const Sequence s = sequenceWith({Item::gap(10), graphicOf(20)});
        QCOMPARE(planFrame(s, 9).layers.size(), std::size_t{1});
        QCOMPARE(planFrame(s, 10).layers.size(), std::size_t{2});
        QVERIFY(!planFrame(s, 10).layers[0].clip->graphic);
        QCOMPARE(planFrame(s, 10).leading(10)->clip, planFrame(s, 9).layers[0].clip);
        QCOMPARE(seen(s, 10), std::string("0/20"));
        QCOMPARE(seen(s, 29), std::string("19/20"));
        QCOMPARE(seen(s, 30), std::string());
        const auto spans = planPictures(s, 0, 100);
        QCOMPARE(spans.size(), std::size_t{3});
        QCOMPARE(spans[1].count, 20);
        QCOMPARE(render::graphicOf(spans[1].layers[1], s)->first, 0);
        // Disabled or on a hidden track it is not there.
        Sequence off = sequenceWith({with(graphicOf(20), [](Clip& clip) { clip.enabled = false; })});
        QCOMPARE(planFrame(off, 5).layers.size(), std::size_t{1});
    }

    void aCutThroughOneIsNotSeen() {
        const auto shared = timeline::shared(title());
        const Sequence s = sequenceWith({clipOf(20, shared), graphicOf(30), graphicOf(10, "Another")});
        QCOMPARE(seen(s, 19), std::string("19/50"));
        QCOMPARE(seen(s, 20), std::string("20/50"));
        QCOMPARE(seen(s, 49), std::string("49/50"));
        QCOMPARE(seen(s, 50), std::string("0/10")); // another one
        // In spans, too, wherever the window begins.
        for (const auto& span : planPictures(s, 15, 20))
            QCOMPARE(render::graphicOf(span.layers[1], s)->first, span.recordFrame);
        // A disabled half is not part of it.
        const Sequence half =
            sequenceWith({clipOf(20, shared), with(graphicOf(30), [](Clip& clip) { clip.enabled = false; })});
        QCOMPARE(seen(half, 19), std::string("19/20"));
    }

    void transitionsMakeItLonger() {
        const auto faded = with(graphicOf(30, "Second"), [](Clip& clip) {
            clip.head = timeline::Transition{timeline::TransitionKind::Dissolve, 4, 6};
        });
        const Sequence s = sequenceWith({graphicOf(20, "First"), faded});
        QCOMPARE(seen(s, 15), std::string("15/26"));
        QCOMPARE(seen(s, 16), std::string("16/26 0/34"));
        QCOMPARE(seen(s, 25), std::string("25/26 9/34"));
        QCOMPARE(seen(s, 26), std::string("10/34"));
        QVERIFY(planFrame(s, 20).layers[2].replaces);
    }

    void theTrackMaySayTheLanguage() {
        Sequence s = sequenceWith({graphicOf(20)});
        s.language = "fr";
        const auto language = [&] { return render::graphicOf(planFrame(s, 5).layers[1], s)->language; };
        QCOMPARE(language(), std::string("fr"));
        Track german = *s.tracks[1];
        german.language = "de";
        s.tracks[1] = std::make_shared<const Track>(german);
        QCOMPARE(language(), std::string("de"));
    }

    void whatLiesBelowIsSeenAroundIt() {
        const auto below = grey(300);
        const auto shown = composed({{below}, drawn(title())});
        QCOMPARE(luma(shown, 400, 100), 300);
        QVERIFY(luma(shown, panelX, panelY) > 500);
        // Through a panel of 94 % a little of the picture is seen.
        const auto brighter = composed({{grey(700)}, drawn(title())});
        const int more = luma(brighter, panelX, panelY) - luma(shown, panelX, panelY);
        QVERIFY2(more >= 23 && more <= 25, qPrintable(QString::number(more))); // 6 % of 400 codes
        // Alone it is over black, and without being drawn it is not there.
        QCOMPARE(luma(composed({drawn(title())}), 400, 100), 64);
        QVERIFY(compose(std::vector<Picture>{{below}, drawn(title())}, canvas).value() == below);
        // What is below is neither hidden nor copied where nothing is drawn.
        Graphic away = title();
        away.moveX = timeline::graphicMoveLimit;
        QVERIFY(composed({{below}, drawn(away)}) == below);
    }

    void itFadesWithTheClip() {
        const auto below = grey(300);
        Picture faded = drawn(title());
        faded.fade = FadeStep{timeline::TransitionKind::Dissolve, true, 0, 1}; // half of it
        const int whole = luma(composed({{below}, drawn(title())}), panelX, panelY);
        QCOMPARE(luma(composed({{below}, faded}), panelX, panelY), (300 + whole + 1) / 2);
        QCOMPARE(luma(composed({{below}, faded}), 400, 100), 300);
    }

    void itsPlacementCounts() {
        const auto below = grey(300);
        const int whole = luma(composed({{below}, drawn(title())}), panelX, panelY);
        Picture half = drawn(title());
        half.placement.of(timeline::PictureParameter::Opacity) = 500;
        const int seenHalf = luma(composed({{below}, half}), panelX, panelY);
        QVERIFY2(std::abs(seenHalf - (300 + whole) / 2) <= 1, qPrintable(QString::number(seenHalf)));
        Picture higher = drawn(title());
        higher.placement.of(timeline::PictureParameter::PositionY) = -50'000; // half a picture up
        const auto moved = composed({{below}, higher});
        QCOMPARE(luma(moved, panelX, panelY), 300);
        QVERIFY(std::abs(luma(moved, panelX, panelY - 270) - whole) <= 1);
    }

    void onePlanServesAllFrames() {
        // Frame by frame as in spans.
        const auto faded = with(graphicOf(30, "Second"), [](Clip& clip) {
            clip.head = timeline::Transition{timeline::TransitionKind::Dissolve, 4, 6};
        });
        const Sequence s =
            sequenceWith({Item::gap(7), graphicOf(20, "First"), faded, graphicOf(9, "Second")});
        for (const auto& span : planPictures(s, 0, 100))
            for (std::int64_t k = 0; k < span.count; ++k) {
                const auto plan = planFrame(s, span.recordFrame + k);
                QCOMPARE(plan.layers.size(), span.layers.size());
                for (std::size_t i = 0; i < plan.layers.size(); ++i)
                    if (const auto shot = render::graphicOf(span.layers[i], s))
                        QVERIFY(shot->later(k) == render::graphicOf(plan.layers[i], s));
            }
    }
};

QTEST_MAIN(TestGraphicLayers)
#include "test_graphic_layers.moc"
