#pragma once

#include "ui/session/cloud_session.h"

#include "core/playback/master_reader.h"

#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedLayout;

namespace cutaway::ui {

class InspectView;
class StatePanel;

/// What to look at: a frame of an angle, as people name it, with the proxy's picture of it.
struct InspectTarget {
    Uuid sourceId;
    std::int64_t frame = 0; ///< absolute
    QString angle;
    media::VideoFramePtr proxy; ///< null: none was in view
};

/// A window with single frames of the master, at full size: zoom and pan, frame by frame, saved as a picture.
/// The proxy's picture stands in until the master's has come.
class InspectWindow : public QWidget {
    Q_OBJECT

public:
    explicit InspectWindow(CloudSession& session, QWidget* parent = nullptr);
    ~InspectWindow() override;

    void inspect(const InspectTarget& target);
    /// What is in view is the master's picture of frame().
    bool isExact() const;
    std::int64_t frame() const { return m_target.frame; }
    InspectView* view() const { return m_view; }

Q_SIGNALS:
    void shown(); ///< the master's picture is in view, or why it will not be

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    struct Loaded {
        tams::SourceView view;
        QImage picture;
        QString facts;
    };

    QWidget* makeFoot();
    void load();
    void stop();
    void cancel();
    void show(const Result<Loaded>& loaded);
    void showProgress(qint64 done, qint64 total);
    void setBusy(bool busy);
    void step(int frames);
    void save();
    void nameWindow(const QString& timecode);

    CloudSession& m_session;
    std::shared_ptr<playback::MasterReader> m_reader;
    std::shared_ptr<const tams::TamsClient> m_client; ///< of m_reader
    std::stop_source m_loading;
    InspectTarget m_target;
    std::int64_t m_first = 0; ///< of the angle, once it is known
    std::int64_t m_end = 0;
    std::optional<std::int64_t> m_exact; ///< frame whose full-size picture is in view
    QString m_exactFacts;
    QStackedLayout* m_stack = nullptr;
    InspectView* m_view = nullptr;
    StatePanel* m_state = nullptr;
    QLabel* m_timecode = nullptr;
    QLabel* m_facts = nullptr;
    QLabel* m_scale = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace cutaway::ui
