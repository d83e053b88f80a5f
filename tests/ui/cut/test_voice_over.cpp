#include "../../core/playback/hand_player.h"
#include "../../core/playback/made_media.h"
#include "../viewer/sound_server.h"
#include "tests/support/cloud_process.h"

#include "core/media/decoder.h"
#include "core/timeline/edits.h"
#include "core/timeline/history.h"
#include "ui/cut/take_outbox.h"
#include "ui/cut/voice_dialog.h"
#include "ui/session/cloud_session.h"
#include "ui/timeline/session_link.h"
#include "ui/viewer/audio_input.h"
#include "ui/viewer/audio_output.h"
#include "ui/viewer/player_link.h"

#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>

using namespace cutaway;
using namespace cutaway::playback;
using namespace cutaway::ui;

namespace {

constexpr int patience = 60'000;
constexpr std::int64_t every = 24'000; ///< samples from one click to the next

/// A click of 2 ms, twice a second.
std::int32_t clicks(std::int64_t sample) {
    return sample % every < 96 ? 1 << 30 : 0;
}

std::vector<std::int32_t> samplesOf(const std::filesystem::path& file) {
    auto decoder = media::AudioDecoder::open(media::fileSource(file).value()).value();
    return decoder.read(0, decoder.sampleCount()).value().samples;
}

/// The first sample of each click.
std::vector<std::int64_t> clicksIn(const std::vector<std::int32_t>& samples) {
    std::vector<std::int64_t> found;
    for (std::size_t i = 0; i < samples.size(); ++i)
        if (samples[i] > 1 << 28 && (found.empty() || std::int64_t(i) - found.back() > every / 2))
            found.push_back(std::int64_t(i));
    return found;
}

} // namespace

/// Voice-overs from a real sound server: what the speaker plays is what the microphone hears, so that a take
/// tells by itself how exactly it lies where it was spoken.
class TestVoiceOver : public QObject {
    Q_OBJECT
    test::SoundServer m_server;
    QTemporaryDir m_settings;
    std::shared_ptr<MadeMedia> m_made = std::make_shared<MadeMedia>();
    Uuid m_id;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QtAudioOutput> m_output;
    std::unique_ptr<QtAudioInput> m_input;
    std::unique_ptr<PlayerLink> m_programme;
    std::unique_ptr<SessionLink> m_link;
    std::unique_ptr<CloudSession> m_cloud;
    std::unique_ptr<TakeOutbox> m_outbox;
    std::unique_ptr<VoiceDialog> m_dialog;

    timeline::SequencePtr now() { return m_link->session().sequence(); }
    template <class T>
    T* field(const char* name) {
        for (auto* widget : m_dialog->findChildren<T*>())
            if (widget->accessibleName() == QLatin1String(name))
                return widget;
        qFatal("no such field");
    }
    std::filesystem::path folder() const { return m_folder->path().toStdString(); }
    QString words() { return m_dialog->findChild<QLabel*>(QStringLiteral("hint"))->text(); }

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("CutawayTest"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        QVERIFY2(m_server.start(), "pulseaudio does not start");
        m_server.plugIn();
        m_server.plugInMicrophone();
        QVERIFY(m_server.isPlugged() && m_server.hasMicrophone());
        m_made->recorded = clicks;
        m_id = m_made->add(1, {50, 1}, {36'000, 0}, 8);
    }
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_output = std::make_unique<QtAudioOutput>();
        m_input = std::make_unique<QtAudioInput>();
        m_programme = std::make_unique<PlayerLink>();
        m_programme->setMedia(m_made, m_output.get());
        m_link = std::make_unique<SessionLink>();
        const auto& source = m_made->made(m_id);
        m_link->open(std::make_unique<timeline::EditorSession>(
            timeline::History(sequenceOf({50, 1}, {timeline::Item::of(clipOf(source, 0, 400))},
                                         {timeline::Item::of(soundOf(source, 0, 400))}))));
        m_programme->setSequence(now());
        m_cloud = std::make_unique<CloudSession>();
        m_outbox = std::make_unique<TakeOutbox>(*m_cloud, folder() / "takes");
        m_dialog = std::make_unique<VoiceDialog>(
            VoiceDialog::Parts{*m_link, *m_programme, *m_input, m_output.get(), *m_outbox}, nullptr);
        m_dialog->show();
        QTRY_VERIFY(!m_input->devices().empty());
    }
    void cleanup() {
        m_dialog.reset();
        m_outbox.reset();
        m_cloud.reset();
        m_programme.reset();
        m_link.reset();
        m_input.reset();
        m_output.reset();
    }

    void aTakeLiesWhereItWasSpoken() {
        m_link->session().setMarks(100, 250); // punched in and out
        field<QSpinBox>("Pre-roll")->setValue(1);
        auto* record = m_dialog->findChild<QPushButton*>();
        for (auto* button : m_dialog->findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("Record"))
                record = button;
        int loudest = -60; // as the meter showed it
        connect(field<QProgressBar>("Level"), &QProgressBar::valueChanged, this,
                [&](int decibels) { loudest = std::max(loudest, decibels); });
        QTest::mouseClick(record, Qt::LeftButton);
        QVERIFY2(m_dialog->recorder().phase() != VoiceRecorder::Phase::Idle, qPrintable(words()));
        QCOMPARE(m_dialog->recorder().framesToPunchIn(), 50);
        QTRY_COMPARE_WITH_TIMEOUT(m_dialog->recorder().phase(), VoiceRecorder::Phase::Recording, patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_dialog->recorder().phase(), VoiceRecorder::Phase::Idle, patience);
        QVERIFY2(loudest > -12 && loudest <= 0, qPrintable(QString::number(loudest)));
        field<QProgressBar>("Level")->disconnect(this);
        QVERIFY2(words().contains(QStringLiteral("lies where it was spoken")), qPrintable(words()));
        const auto place = timeline::clipAt(*now(), 2, 100);
        QVERIFY(place);
        QCOMPARE(place->units, (timeline::UnitRange{100 * 960, 250 * 960}));
        QCOMPARE(place->clip->name, std::string("Voice-over 1"));
        QCOMPARE(m_outbox->waiting(), std::size_t(1)); // the cloud is away
        // What is heard in the take at a sample of the sequence is what was played there.
        std::filesystem::path wav;
        for (const auto& entry : std::filesystem::directory_iterator(folder() / "takes"))
            if (entry.path().extension() == ".wav")
                wav = entry.path();
        const auto samples = samplesOf(wav);
        const std::int64_t in = place->clip->in;
        QVERIFY2(in >= 40'000, "the pre-roll is kept as a handle");
        QVERIFY(std::int64_t(samples.size()) >= in + 150 * 960);
        int found = 0;
        std::int64_t most = 0;
        for (const std::int64_t click : clicksIn(samples)) {
            const std::int64_t at = 100 * 960 + click - in; // on the sequence
            const std::int64_t off = ((at % every) + every + every / 2) % every - every / 2;
            if (at < 100 * 960 || at >= 250 * 960)
                continue;
            ++found;
            most = std::max(most, std::abs(off));
            qInfo("a click is %lld samples late", static_cast<long long>(off));
        }
        QVERIFY(found >= 5);
        QVERIFY2(most <= 48 * 60, qPrintable(QStringLiteral("off by %1 samples").arg(most)));
    }
    void aMicrophoneThatGoesLosesNothing() {
        m_link->session().setPlayhead(60);
        field<QSpinBox>("Pre-roll")->setValue(1);
        m_dialog->toggle();
        QTRY_COMPARE_WITH_TIMEOUT(m_dialog->recorder().phase(), VoiceRecorder::Phase::Recording, patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_programme->position() > 290,
                                 patience); // heard by then, however slowly it opens
        m_server.pullOutMicrophone();
        QTRY_COMPARE_WITH_TIMEOUT(m_dialog->recorder().phase(), VoiceRecorder::Phase::Idle, patience);
        m_server.plugInMicrophone();
        QVERIFY2(words().contains(QStringLiteral("microphone has gone")), qPrintable(words()));
        const auto place = timeline::clipAt(*now(), 2, 60);
        QVERIFY(place && place->units.count() > 60 * 960);
        QCOMPARE(m_outbox->waiting(), std::size_t(1));
    }
    void withoutPunchInThereIsNoTake() {
        m_link->session().setPlayhead(150);
        field<QSpinBox>("Pre-roll")->setValue(2);
        m_dialog->toggle();
        QTRY_COMPARE_WITH_TIMEOUT(m_dialog->recorder().phase(), VoiceRecorder::Phase::PreRoll, patience);
        m_dialog->toggle();
        QCOMPARE(m_dialog->recorder().phase(), VoiceRecorder::Phase::Idle);
        QVERIFY(!timeline::clipAt(*now(), 2, 150));
        QCOMPARE(m_outbox->waiting(), std::size_t(0));
        QVERIFY(std::filesystem::is_empty(folder() / "takes"));
        // At the start of the sequence the pre-roll is waited for.
        m_link->session().setPlayhead(0);
        m_dialog->toggle();
        QCOMPARE(m_dialog->recorder().phase(), VoiceRecorder::Phase::CountIn);
        QVERIFY(m_dialog->recorder().framesToPunchIn() > 50);
        m_dialog->recorder().cancel();
    }
    void aTakeWaitsForTheCloudAndPlaysThen() {
        m_link->session().setMarks(50, 150);
        field<QSpinBox>("Pre-roll")->setValue(1);
        m_dialog->toggle();
        QTRY_COMPARE_WITH_TIMEOUT(m_outbox->waiting(), std::size_t(1), patience);
        const auto place = *timeline::clipAt(*now(), 2, 60);
        std::filesystem::path wav;
        for (const auto& entry : std::filesystem::directory_iterator(folder() / "takes"))
            if (entry.path().extension() == ".wav")
                wav = entry.path();
        const auto spoken = samplesOf(wav);
        // The editor ends before there is a cloud; the next one sends it.
        m_dialog.reset();
        m_outbox.reset();
        m_outbox = std::make_unique<TakeOutbox>(*m_cloud, folder() / "takes");
        QCOMPARE(m_outbox->waiting(), std::size_t(1));
        QTemporaryDir cloudFolder;
        test::CloudProcess cloud(cloudFolder.path().toStdString());
        cloud.start();
        QSignalSpy arrived(m_outbox.get(), &TakeOutbox::arrived);
        m_cloud->connectTo(cloud.connection());
        QTRY_COMPARE_WITH_TIMEOUT(arrived.size(), 1, patience);
        QCOMPARE(m_outbox->waiting(), std::size_t(0));
        QVERIFY(!std::filesystem::exists(wav));
        const auto view = tams::resolveSource(cloud.media(), place.clip->media.sourceId);
        QVERIFY2(view.ok(), view.ok() ? "" : view.error().message.c_str());
        QCOMPARE(view->clock.rate, sampleRate48k);
        QCOMPARE(view->audioCount(), 1);
        QCOMPARE(view->frameCount(), std::int64_t(spoken.size()));
        // To the bit what was recorded.
        std::vector<std::int32_t> kept;
        const auto segments = cloud.media().segments(view->audioMaster(1)->flowId).value();
        for (const tams::Segment& segment : segments) {
            const auto bytes = cloud.media().readObject(segment.getUrls).value();
            auto decoder = media::AudioDecoder::open(media::memorySource(bytes)).value();
            const auto block = decoder.read(0, decoder.sampleCount()).value();
            kept.insert(kept.end(), block.samples.begin(), block.samples.end());
        }
        QCOMPARE(kept, spoken);
        // And the player finds it.
        const auto playable = m_cloud->media()->source(place.clip->media.sourceId, {});
        QVERIFY(playable.ok());
        QCOMPARE(playable->sounds.size(), std::size_t(1));
        QVERIFY(m_cloud->media()->soundSpan(*playable, playable->sounds[0].flowId, place.clip->in, {}).ok());
    }
};

QTEST_MAIN(TestVoiceOver)
#include "test_voice_over.moc"
