#pragma once

#include "core/catalogue/types.h"
#include "core/timeline/sequence.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace cutaway::ui {

class ProjectDocument;

/// The saved versions of a project, newest first, each with what happened from it until now. Going back to
/// one is a step like any other, so it can be undone, and saved versions stay.
class VersionsDialog : public QDialog {
    Q_OBJECT

public:
    VersionsDialog(ProjectDocument& document, const catalogue::Project& project, QWidget* parent = nullptr);

private:
    void showVersion(int row);
    void goBack();

    ProjectDocument& m_document;
    std::vector<catalogue::RevisionInfo> m_versions; ///< as the list shows them
    QListWidget* m_list;
    QListWidget* m_changes;
    QLabel* m_said;
    QPushButton* m_back;
    timeline::SequencePtr m_chosen; ///< what the chosen version holds, once it is there
    int m_request = 0;
};

} // namespace cutaway::ui
