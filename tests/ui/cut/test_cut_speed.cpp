#include "cut_window.h"

#include "core/timeline/clip_map.h"
#include "ui/cut/speed_dialog.h"
#include "ui/theme/theme.h"
#include "ui/timeline/clip_painter.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::ui;

namespace {
enum { V1, A1, A2 };
} // namespace

/// Speed, freeze frame and fit to fill by real keys on the Cut page.
class TestCutSpeed : public QObject {
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

    void aTypedSpeedMovesWhatFollows() {
        click(V1, 150);
        inDialog([](SpeedDialog& dialog) {
            QTest::keyClicks(dialog.focusWidget(), QStringLiteral("50")); // over what stands there
            QCOMPARE(field(dialog, "Duration")->text(), QStringLiteral("00:00:04:00"));
            grab(dialog, "speed");
            QTest::keyClick(&dialog, Qt::Key_Return);
        });
        COMPARE_TRACK(*now(), V1, "A0+100 B200+200@1/2 C900+100");
        COMPARE_TRACK(*now(), A2, "A0+100 B200+200@1/2 C900+100");
        // Opened again it says so; another speed is of the same part.
        inDialog([](SpeedDialog& dialog) {
            QCOMPARE(field(dialog, "Speed in percent")->text(), QStringLiteral("50"));
            QTest::keyClicks(dialog.focusWidget(), QStringLiteral("33 1/3"));
            QTest::keyClick(&dialog, Qt::Key_Return);
        });
        COMPARE_TRACK(*now(), V1, "A0+100 B200+300@1/3 C900+100");
        inDialog([](SpeedDialog& dialog) {
            QCOMPARE(field(dialog, "Speed in percent")->text(), QStringLiteral("33 1/3"));
            QTest::keyClick(&dialog, Qt::Key_Escape);
        });
        COMPARE_TRACK(*now(), V1, "A0+100 B200+300@1/3 C900+100");
        m_window->page->timelineView().zoomFit();
        m_window->grab("slow");
        key(Qt::Key_Z, Qt::ControlModifier);
        key(Qt::Key_Z, Qt::ControlModifier);
        COMPARE_TRACK(*now(), V1, "A0+100 B200+100 C900+100");
        key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        COMPARE_TRACK(*now(), A1, "A0+100 B200+200@1/2 C900+100");
    }

    void aTypedDurationIsAnExactSpeed() {
        click(V1, 150);
        inDialog([](SpeedDialog& dialog) {
            QLineEdit* duration = field(dialog, "Duration");
            duration->setFocus();
            duration->selectAll();
            QTest::keyClicks(duration, QStringLiteral("00:00:02:20"));
            QCOMPARE(field(dialog, "Speed in percent")->text(), QStringLiteral("83 1/3"));
            QTest::keyClick(&dialog, Qt::Key_Return);
        });
        COMPARE_TRACK(*now(), V1, "A0+100 B200+120@5/6 C900+100");
    }

    void backwardsWithItsLengthKept() {
        click(V1, 150);
        inDialog([](SpeedDialog& dialog) {
            box(dialog, "Backwards")->click();
            box(dialog, "Keep the length of the clip")->click();
            QVERIFY(!field(dialog, "Duration")->isEnabled());
            QTest::keyClick(&dialog, Qt::Key_Return);
        });
        COMPARE_TRACK(*now(), V1, "A0+100 B299+100@-1/1 C900+100");
        QCOMPARE(speedLabel(clipAt(*now(), V1, 150)->clip->speed), QStringLiteral("-100 %"));
        inDialog([](SpeedDialog& dialog) {
            QVERIFY(box(dialog, "Backwards")->isChecked());
            QTest::keyClicks(dialog.focusWidget(), QStringLiteral("200"));
            box(dialog, "Keep the length of the clip")->click();
            grab(dialog, "speed-backwards");
            QTest::keyClick(&dialog, Qt::Key_Return);
        });
        // What there was of B before 200 is enough.
        COMPARE_TRACK(*now(), V1, "A0+100 B299+100@-2/1 C900+100");
        m_window->grab("backwards");
    }

    void whatCannotBeIsSaidInTheDialog() {
        click(V1, 150);
        inDialog([](SpeedDialog& dialog) {
            auto* accept = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
            for (const char* wrong : {"0", "fast", "20000", "0.5", "1/0", "33 1/"}) {
                QLineEdit* percent = field(dialog, "Speed in percent");
                percent->selectAll();
                QTest::keyClicks(percent, QLatin1String(wrong));
                QVERIFY2(!accept->isEnabled(), wrong);
                QVERIFY(!dialog.findChild<QLabel*>(QStringLiteral("hint"))->text().isEmpty());
            }
            QTest::keyClick(&dialog, Qt::Key_Return); // takes nothing
            QVERIFY(dialog.isVisible());
            QTest::keyClick(&dialog, Qt::Key_Escape);
        });
        COMPARE_TRACK(*now(), V1, "A0+100 B200+100 C900+100");
        // Nothing chosen, and nothing under the playhead.
        key(Qt::Key_Escape);
        editing().select({});
        m_window->page->goTo(300);
        key(Qt::Key_R, Qt::ControlModifier);
        COMPARE_TRACK(*now(), V1, "A0+100 B200+100 C900+100");
    }

    void aFreezeFrameHoldsThePictureUnderThePlayhead() {
        editing().select({});
        m_window->page->goTo(140);
        key(Qt::Key_F, Qt::ControlModifier | Qt::AltModifier);
        COMPARE_TRACK(*now(), V1, "A0+100 B200+40 B240+60@0/1 C900+100");
        COMPARE_TRACK(*now(), A1, "A0+100 B200+100 C900+100");
        m_window->grab("freeze");
        // By Speed it runs again.
        click(V1, 160);
        inDialog([](SpeedDialog& dialog) {
            QCOMPARE(field(dialog, "Speed in percent")->text(), QStringLiteral("100"));
            QVERIFY(!field(dialog, "Duration")->isEnabled());
            QTest::keyClick(&dialog, Qt::Key_Return);
        });
        COMPARE_TRACK(*now(), V1, "A0+100 B200+40 B240+60 C900+100");
        key(Qt::Key_Z, Qt::ControlModifier);
        key(Qt::Key_Z, Qt::ControlModifier);
        COMPARE_TRACK(*now(), V1, "A0+100 B200+100 C900+100");
    }

    void aFreezeFrameIsInsertedForAsLongAsIsAsked() {
        editing().select({});
        m_window->page->goTo(140);
        whenItComes<QInputDialog>([](QInputDialog& dialog) {
            QCOMPARE(dialog.intValue(), 100); // two seconds
            dialog.setIntValue(30);
            dialog.accept();
        });
        key(Qt::Key_I, Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
        COMPARE_TRACK(*now(), V1, "A0+100 B200+40 B240+30@0/1 B240+60 C900+100");
        COMPARE_TRACK(*now(), A1, "A0+100 B200+40 gap30 B240+60 C900+100");
        key(Qt::Key_Z, Qt::ControlModifier);
        COMPARE_TRACK(*now(), V1, "A0+100 B200+100 C900+100");
    }

    void fitToFillAsksForASourceFirst() {
        editing().setMarks(20, 60);
        key(Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
        COMPARE_TRACK(*now(), V1, "A0+100 B200+100 C900+100");
        QVERIFY(editing().markIn());
    }

private:
    static QLineEdit* field(QDialog& dialog, const char* name) {
        for (auto* edit : dialog.findChildren<QLineEdit*>())
            if (edit->accessibleName() == QLatin1String(name))
                return edit;
        qFatal("no such field");
    }
    static QCheckBox* box(QDialog& dialog, const char* name) {
        for (auto* check : dialog.findChildren<QCheckBox*>())
            if (check->text() == QLatin1String(name))
                return check;
        qFatal("no such box");
    }
    static void grab(QWidget& widget, const char* name) {
        if (const QString folder = qEnvironmentVariable("CUTAWAY_GRABS"); !folder.isEmpty())
            QVERIFY(widget.grab().save(folder + QStringLiteral("/cut-%1.png").arg(QLatin1String(name))));
    }
    /// Ctrl+R, then what is done in the dialog, which must have ended by itself.
    template <class F>
    void inDialog(F with) {
        whenItComes<SpeedDialog>([with](SpeedDialog& dialog) {
            QVERIFY(QTest::qWaitForWindowActive(&dialog));
            with(dialog);
            if (dialog.isVisible()) {
                QTest::qFail("the dialog stayed", __FILE__, __LINE__);
                dialog.reject();
            }
        });
        key(Qt::Key_R, Qt::ControlModifier);
    }
    EditorSession& editing() { return m_window->editing(); }
    SequencePtr now() { return m_window->now(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        m_window->frame.activateWindow(); // as a window manager does after a dialog
        QTRY_VERIFY(m_window->frame.isActiveWindow());
        m_window->key(key, modifiers);
    }
    void click(std::size_t track, std::int64_t frame) {
        TimelineView& view = m_window->page->timelineView();
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.pointAt(track, frame));
    }

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CutWindow> m_window;
};

QTEST_MAIN(TestCutSpeed)
#include "test_cut_speed.moc"
