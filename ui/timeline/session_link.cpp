#include "ui/timeline/session_link.h"

namespace cutaway::ui {

SessionLink::SessionLink(QObject* parent)
    : QObject(parent) {}

SessionLink::~SessionLink() = default;

void SessionLink::open(std::unique_ptr<timeline::EditorSession> session) {
    m_session = std::move(session);
    m_session->onChanged([this](timeline::Aspect aspect) {
        using timeline::Aspect;
        switch (aspect) {
        case Aspect::Sequence:
            Q_EMIT sequenceChanged();
            break;
        case Aspect::Selection:
            Q_EMIT selectionChanged();
            break;
        case Aspect::Playhead:
            Q_EMIT playheadChanged();
            break;
        case Aspect::Marks:
            Q_EMIT marksChanged();
            break;
        case Aspect::Modes:
            Q_EMIT modesChanged();
            break;
        }
    });
    Q_EMIT opened();
}

void SessionLink::close() {
    m_session.reset();
}

bool SessionLink::report(const Result<void>& result) {
    if (!result)
        Q_EMIT refused(QString::fromStdString(result.error().message));
    return result.ok();
}

} // namespace cutaway::ui
