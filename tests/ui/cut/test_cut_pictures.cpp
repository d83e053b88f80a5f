#include "cut_window.h"

#include "core/timeline/keyframe_units.h"
#include "ui/cut/picture_handles.h"
#include "ui/cut/sequence_dialog.h"
#include "ui/theme/theme.h"
#include "ui/timeline/clip_handles.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>

#include <cmath>

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::ui;

namespace {
using P = PictureParameter;
enum { V1, A1, A2 };
} // namespace

/// How pictures lie on the frame: Inspector, keyframes, attributes, fades by handle and sequence settings, by
/// real keys and the mouse on the Cut page.
class TestCutPictures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("CutawayTest"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        theme::apply(*qApp);
    }
    void init() {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<CutWindow>(m_folder->path());
        QVERIFY(QTest::qWaitForWindowExposed(&m_window->frame));
        m_window->frame.activateWindow();
        m_window->threeClips();
        key(Qt::Key_3, Qt::ShiftModifier); // the timeline
    }
    void cleanup() { m_window.reset(); }

    void numbersAreTypedInTheInspector() {
        select(150);
        key(Qt::Key_5, Qt::ShiftModifier);
        auto* x = field("position_x");
        QVERIFY(x->hasFocus());
        QTest::keyClicks(x, QStringLiteral("25"));
        QTest::keyClick(x, Qt::Key_Tab);
        QCOMPARE(picture(150).of(P::PositionX), Curve::of(25'000));
        type("scale", "62.5");
        type("rotation", "-12.25");
        type("opacity", "37.5");
        type("crop_left", "10");
        const PictureEffects effects = picture(150);
        QCOMPARE(effects.of(P::Scale), Curve::of(62'500));
        QCOMPARE(effects.of(P::Rotation), Curve::of(-12'250));
        QCOMPARE(effects.of(P::Opacity), Curve::of(375));
        QCOMPARE(effects.of(P::CropLeft), Curve::of(10'000));
        m_window->grab("inspector");
        // A digit that would be too many is not taken.
        type("opacity", "250");
        QCOMPARE(picture(150).of(P::Opacity), Curve::of(250));
        for (int step = 0; step < 6; ++step)
            key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(picture(150).isNeutral());
        QCOMPARE(field("scale")->value(), 100.0); // shown is what is
    }

    void keyframesAreSetWalkedAndTakenAway() {
        select(150);
        key(Qt::Key_5, Qt::ShiftModifier);
        key(Qt::Key_3, Qt::ShiftModifier);
        seek(120);
        key(Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(picture(150).of(P::Scale).keyAt(20) && picture(150).of(P::Opacity).keyAt(20));
        QVERIFY(!picture(150).of(P::CropTop).keyAt(20));
        seek(160);
        type("scale", "200"); // where there are keyframes another one is made
        QCOMPARE(picture(150).at(40).of(P::Scale), 150'000);
        seek(140);
        QCOMPARE(field("scale")->value(), 150.0);
        key(Qt::Key_Comma, Qt::AltModifier);
        QCOMPARE(m_window->editing().playhead(), 120);
        key(Qt::Key_Period, Qt::AltModifier);
        QCOMPARE(m_window->editing().playhead(), 160);
        // Its own buttons: on, off, and how it goes on.
        auto* button = m_window->page->findChild<QToolButton*>(QStringLiteral("keyframe.scale"));
        QVERIFY(button->isChecked());
        seek(120);
        auto* how = m_window->page->findChild<QComboBox*>(QStringLiteral("interpolation"));
        QVERIFY(how->isEnabled());
        how->setFocus();
        QTest::keyClick(how, Qt::Key_Up); // from evenly to hold
        QCOMPARE(picture(150).at(59).of(P::Scale), 100'000);
        button->click();
        QVERIFY(!picture(150).of(P::Scale).keyAt(20));
        key(Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier); // one is missing: on
        key(Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier); // off
        QVERIFY(!picture(150).of(P::Opacity).keyAt(20));
        m_window->grab("keyframes");
    }

    void attributesAreCopiedFromOneToSeveral() {
        select(150);
        type("scale", "50");
        key(Qt::Key_F, Qt::ShiftModifier);
        QCOMPARE(picture(150).framing, std::optional(Framing::Fill));
        key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        m_window->editing().select({clipOn(*now(), V1, 50), clipOn(*now(), V1, 250)});
        const auto steps = m_window->editing().history().undoCount();
        key(Qt::Key_V, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(m_window->editing().history().undoCount(), steps + 1);
        QCOMPARE(picture(50), picture(150));
        QCOMPARE(picture(250), picture(150));
        type("opacity", "50"); // both together
        QCOMPARE(picture(50).of(P::Opacity), Curve::of(500));
        QCOMPARE(picture(250).of(P::Opacity), Curve::of(500));
        key(Qt::Key_P, Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
        QVERIFY(picture(50).isNeutral() && picture(250).isNeutral() && !picture(150).isNeutral());
        select(150);
        key(Qt::Key_F, Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(picture(150).framing, std::optional(Framing::Fit));
    }

    void keyframesAreDraggedOnTheClip() {
        select(150);
        seek(120);
        type("scale", "90");
        key(Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
        TimelineView& view = m_window->page->timelineView();
        seek(0);
        const QRect body = view.clipRect(V1, {100, 200});
        const auto at = [&](std::int64_t frame) {
            return QPoint(view.pointAt(V1, frame).x(), body.bottom() - 7);
        };
        view.grab(); // drawn, and the mouse finds it where it is drawn
        QTest::mousePress(&view, Qt::LeftButton, {}, at(120));
        for (const std::int64_t frame : {123, 130, 135})
            QTest::mouseMove(&view, at(frame));
        QTest::mouseRelease(&view, Qt::LeftButton, {}, at(135));
        QCOMPARE(keyframeUnits(*now()->tracks[V1]->items[1].clip), (std::vector<std::int64_t>{35}));
        QVERIFY(picture(150).of(P::Opacity).keyAt(35));
        // A click goes there.
        QTest::mouseClick(&view, Qt::LeftButton, {}, at(135));
        QCOMPARE(m_window->editing().playhead(), 135);
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(keyframeUnits(*now()->tracks[V1]->items[1].clip), (std::vector<std::int64_t>{20}));
    }

    void fadesArePulledByTheirHandle() {
        TimelineView& view = m_window->page->timelineView();
        const QRect first = view.clipRect(V1, {0, 100});
        const QRect last = view.clipRect(V1, {200, 300});
        const QPoint head = fadeHandle(first, Edge::Head).center();
        const QPoint tail = fadeHandle(last.adjusted(0, 0, -1, 0), Edge::Tail).center();
        const int frame = view.pointAt(V1, 20).x() - view.pointAt(V1, 0).x(); // of twenty
        QTest::mouseMove(&view, first.center());
        m_window->grab("fade-handles");
        const auto pull = [&](QPoint from, int by) {
            QTest::mousePress(&view, Qt::LeftButton, {}, from);
            QTest::mouseMove(&view, from + QPoint(by / 2, 0));
            QTest::mouseMove(&view, from + QPoint(by, 0));
            QTest::mouseRelease(&view, Qt::LeftButton, {}, from + QPoint(by, 0));
        };
        pull(head, frame);
        const auto& fade = now()->tracks[V1]->items[0].clip->head;
        QVERIFY(fade);
        QCOMPARE(fade->before, 0);
        QVERIFY(std::abs(fade->after - 20) <= 1);
        COMPARE_TRACK(*now(), V1, "A0+100 B200+100 C900+100"); // nothing was moved
        pull(tail, -frame);
        QVERIFY(now()->tracks[V1]->items[2].clip->tail);
        QVERIFY(std::abs(now()->tracks[V1]->items[2].clip->tail->before - 20) <= 1);
        m_window->grab("fades");
        key(Qt::Key_Z, Qt::ControlModifier);
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!now()->tracks[V1]->items[0].clip->head && !now()->tracks[V1]->items[2].clip->tail);
    }

    void thePictureIsPulledOnTheProgramme() {
        select(150);
        seek(150);
        key(Qt::Key_5, Qt::ShiftModifier);
        auto* handles = m_window->page->findChild<PictureHandles*>();
        QTRY_VERIFY(handles->isVisible());
        using Grip = PictureHandles::Grip;
        const double width = handles->placeOf(Grip::CropRight).x() - handles->placeOf(Grip::CropLeft).x();
        QVERIFY(width > 100);
        const auto pull = [&](Grip grip, QPoint by) {
            const QPoint from = handles->placeOf(grip).toPoint();
            QTest::mousePress(handles, Qt::LeftButton, {}, from);
            QTest::mouseMove(handles, from + by / 2);
            QTest::mouseMove(handles, from + by);
            QTest::mouseRelease(handles, Qt::LeftButton, {}, from + by);
        };
        const auto near = [](std::int64_t value, double wanted) {
            return std::abs(static_cast<double>(value) - wanted) < 1500;
        };
        const auto steps = m_window->editing().history().undoCount();
        pull(Grip::Move, {40, 20});
        QVERIFY(near(picture(150).of(P::PositionX).constant, 40 / width * 100'000));
        QVERIFY(near(picture(150).of(P::PositionY).constant, 20 / (width * 9 / 16) * 100'000));
        QCOMPARE(m_window->editing().history().undoCount(), steps + 1); // one pull, one step
        pull(Grip::CropLeft, {30, 0});
        QVERIFY(near(picture(150).of(P::CropLeft).constant, 30 / width * 100'000));
        const QPointF corner = handles->placeOf(Grip::Scale);
        pull(Grip::Scale, QPoint(-60, -34)); // towards the middle along the diagonal
        const double half = std::hypot(width / 2, width * 9 / 32);
        QVERIFY2(near(picture(150).of(P::Scale).constant, (1 - std::hypot(60, 34) / half) * 100'000),
                 qPrintable(QString::number(picture(150).of(P::Scale).constant)));
        QVERIFY(handles->placeOf(Grip::Scale).x() < corner.x());
        m_window->grab("handles");
        pull(Grip::Turn, {60, 0});
        QVERIFY(picture(150).of(P::Rotation).constant > 5'000);
        // Escape gives a pull up.
        const PictureEffects before = picture(150);
        const QPoint from = handles->placeOf(Grip::Move).toPoint();
        QTest::mousePress(handles, Qt::LeftButton, {}, from);
        QTest::mouseMove(handles, from + QPoint(30, 30));
        QVERIFY(picture(150) != before);
        QTest::keyClick(handles, Qt::Key_Escape);
        QCOMPARE(picture(150), before);
        QTest::mouseRelease(handles, Qt::LeftButton, {}, from + QPoint(30, 30));
        QCOMPARE(picture(150), before);
    }

    void sequenceSettings() {
        inDialog([](SequenceDialog& dialog) {
            QVERIFY(!dialog.findChild<QComboBox*>(QStringLiteral("rate"))->isEnabled());
            QVERIFY(!dialog.findChild<QWidget*>(QStringLiteral("drop"))->isEnabled()); // at 50
            auto* aspect = dialog.findChild<QComboBox*>(QStringLiteral("aspect"));
            QCOMPARE(aspect->currentText(), QStringLiteral("16:9"));
            aspect->setFocus();
            QTest::keyClick(aspect, Qt::Key_Down);
            QCOMPARE(dialog.findChild<QSpinBox*>(QStringLiteral("width"))->value(), 1080);
            auto* start = dialog.findChild<QLineEdit*>(QStringLiteral("start"));
            start->setFocus();
            start->selectAll();
            QTest::keyClicks(start, QStringLiteral("10:00:00:00"));
            const QString folder = qEnvironmentVariable("CUTAWAY_GRABS");
            if (!folder.isEmpty())
                dialog.grab().save(folder + QStringLiteral("/cut-sequence-settings.png"));
            QTest::keyClick(&dialog, Qt::Key_Return);
        });
        QCOMPARE(now()->width, 1080);
        QCOMPARE(now()->height, 1920);
        QCOMPARE(now()->framing, Framing::Fill);
        QCOMPARE(now()->startFrame, 36000 * 50);
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(now()->width, 3840);
        QCOMPARE(now()->framing, Framing::Fit);
    }

private:
    SequencePtr now() { return m_window->now(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        m_window->frame.activateWindow(); // as a window manager does after a dialog
        QTRY_VERIFY(m_window->frame.isActiveWindow());
        m_window->key(key, modifiers);
    }
    void select(std::int64_t frame) {
        m_window->editing().select({clipOn(*now(), V1, frame)});
        QCoreApplication::processEvents();
    }
    void seek(std::int64_t frame) {
        m_window->page->goTo(frame);
        QCoreApplication::processEvents();
        QTRY_COMPARE(m_window->editing().playhead(), frame);
    }
    PictureEffects picture(std::int64_t frame) {
        return effectsOf(*findClip(*now(), clipOn(*now(), V1, frame))->clip);
    }
    QDoubleSpinBox* field(const char* name) {
        return m_window->page->findChild<QDoubleSpinBox*>(QStringLiteral("parameter.") + QLatin1String(name));
    }
    /// As somebody types over what stands there, in the Inspector.
    void type(const char* name, const char* number) {
        QDoubleSpinBox* spin = field(name);
        spin->setFocus();
        spin->selectAll();
        QTest::keyClicks(spin, QLatin1String(number));
        QTest::keyClick(spin, Qt::Key_Return);
        QVERIFY(!spin->hasFocus()); // the keys are about cutting again
    }
    void inDialog(const std::function<void(SequenceDialog&)>& with) {
        whenItComes<SequenceDialog>([with](SequenceDialog& dialog) {
            QVERIFY(QTest::qWaitForWindowActive(&dialog));
            with(dialog);
            if (dialog.isVisible()) {
                QTest::qFail("the dialog stayed", __FILE__, __LINE__);
                dialog.reject();
            }
        });
        key(Qt::Key_Q, Qt::ControlModifier | Qt::AltModifier);
    }

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CutWindow> m_window;
};

QTEST_MAIN(TestCutPictures)
#include "test_cut_pictures.moc"
