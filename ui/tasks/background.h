#pragma once

#include <QFuture>
#include <QObject>
#include <QtConcurrent>

#include <utility>

namespace cutaway::ui {

/// Runs `work` (which may wait for the cloud) on a pool thread and gives its result to `done` on the thread of
/// `receiver`. When the receiver is gone by then, `done` is not called.
template <class Work, class Done>
void inBackground(QObject* receiver, Work work, Done done) {
    QtConcurrent::run(std::move(work)).then(receiver, std::move(done));
}

} // namespace cutaway::ui
