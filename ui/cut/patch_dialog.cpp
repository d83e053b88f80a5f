#include "ui/cut/patch_dialog.h"

#include "ui/theme/measures.h"
#include "ui/timeline/session_link.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>

namespace cutaway::ui {

namespace {

constexpr int usualSounds = 2; ///< offered while nothing is open

/// Tracks that `member` may go to; the first entry is none.
void fill(QComboBox& box, const timeline::EditorSession& session, int member) {
    box.addItem(PatchDialog::tr("Not into edits"));
    for (const auto& track : session.sequence()->tracks) {
        if ((track->kind == timeline::TrackKind::Video) != (member == 0))
            continue;
        box.addItem(QString::fromStdString(track->name), QString::fromStdString(track->id.toString()));
        if (session.isPatched(member) && session.patchTrack(member) == track->id)
            box.setCurrentIndex(box.count() - 1);
    }
}

} // namespace

PatchDialog::PatchDialog(SessionLink& link, const std::optional<timeline::SourceTiming>& source,
                         QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Patch"));
    auto* form = new QFormLayout(this);
    form->setContentsMargins(theme::sectionWide, theme::sectionWide, theme::sectionWide, theme::section);
    form->setHorizontalSpacing(theme::section);
    form->setVerticalSpacing(theme::paddingWide);
    const int sounds = source ? source->sounds : usualSounds;
    QList<QComboBox*> boxes;
    for (int member = 0; member <= sounds; ++member) {
        auto* box = new QComboBox(this);
        const QString name = member == 0 ? tr("Picture") : tr("Sound %1").arg(member);
        box->setAccessibleName(name);
        box->setMinimumWidth(200);
        fill(*box, link.session(), member);
        form->addRow(name, box);
        boxes << box;
    }
    // What one takes another loses: they are shown as they are by then.
    const auto refresh = [boxes, &link] {
        for (int member = 0; member < boxes.size(); ++member) {
            const QSignalBlocker quiet(boxes[member]);
            boxes[member]->clear();
            fill(*boxes[member], link.session(), member);
        }
    };
    for (int member = 0; member < boxes.size(); ++member)
        connect(boxes[member], &QComboBox::activated, this,
                [member, box = boxes[member], refresh, &link](int) {
                    const auto track = Uuid::parse(box->currentData().toString().toStdString());
                    if (track)
                        link.report(link.session().movePatch(member, *track));
                    else
                        link.session().setPatched(member, false);
                    refresh();
                });
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace cutaway::ui
