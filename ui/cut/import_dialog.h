#pragma once

#include "core/interchange/relink.h"
#include "ui/session/cloud_session.h"

#include <QDialog>

#include <optional>
#include <stop_token>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace cutaway::ui {

class RelinkModel;
class ReportTable;

/// A file of another program on its way in: its media is looked for, then what becomes of each event is
/// shown, and which angle is taken for what, before anything changes. imported() comes when the user has
/// agreed. Closing it ends the search.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    ImportDialog(CloudSession& session, const QString& path, QWidget* parent = nullptr);
    ~ImportDialog() override;

    /// Shows this instead of what is being looked for.
    void setPlan(Result<interchange::ImportPlan> plan);
    RelinkModel* model() const { return m_model; }

Q_SIGNALS:
    void imported(const cutaway::interchange::ReadFile& file);

private:
    void build();
    void search(const QString& path);
    void readAgain();
    void refuse(const Error& error);

    CloudSession& m_session;
    std::stop_source m_search;
    std::optional<interchange::ImportPlan> m_plan;
    std::optional<interchange::ReadFile> m_read; ///< by the choices as they are
    RelinkModel* m_model = nullptr;
    QLabel* m_said = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_mediaSaid = nullptr;
    QTableView* m_media = nullptr;
    ReportTable* m_report = nullptr;
    QPushButton* m_import = nullptr;
    QPushButton* m_copy = nullptr;
};

} // namespace cutaway::ui
