#pragma once

#include "core/timeline/edits/duck.h"

#include <QDialog>

#include <memory>
#include <optional>
#include <set>
#include <stop_token>

class QCheckBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace cutaway::ui {

class CloudSession;
class SessionLink;

/// A music bed that gives way to what is heard on other tracks. Measures those, and from then on each setting
/// is seen on the timeline, and heard, before it is taken; all of it is one step.
class DuckDialog : public QDialog {
    Q_OBJECT

public:
    DuckDialog(CloudSession& cloud, SessionLink& link, std::set<Uuid> bed, QWidget* parent);
    ~DuckDialog() override;

    timeline::DuckSettings settings() const;
    bool isMeasured() const { return m_trace.has_value(); }

    void done(int result) override;

Q_SIGNALS:
    /// The programme is to play, or to stop.
    void listenRequested();

private:
    QSpinBox* makeTime(const QString& name, std::int64_t samples, const QString& tip);
    void measure();
    void preview();

    CloudSession& m_cloud;
    SessionLink& m_link;
    const std::set<Uuid> m_bed;
    QList<QPair<QCheckBox*, Uuid>> m_tracks;
    QDoubleSpinBox* m_depth;
    QDoubleSpinBox* m_threshold;
    QSpinBox* m_attack;
    QSpinBox* m_hold;
    QSpinBox* m_release;
    QLabel* m_words;
    QProgressBar* m_progress;
    QPushButton* m_listen;
    QDialogButtonBox* m_buttons;
    std::optional<timeline::LoudnessTrace> m_trace;
    std::stop_source m_measuring;
    int m_request = 0; ///< the newest measurement; an older one that comes late says nothing
};

} // namespace cutaway::ui
