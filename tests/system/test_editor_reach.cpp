#include "app/editor/editor.h"

#include "ui/browse/browse_page.h"
#include "ui/cut/cut_page.h"
#include "ui/deliver/deliver_page.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace cutaway;
using namespace cutaway::ui;

namespace {

bool isQtsOwn(const QObject* object) {
    for (; object; object = object->parent())
        if (object->objectName().startsWith(QLatin1String("qt_")) ||
            object->inherits("QLineEditIconButton") || object->inherits("QTableCornerButton") ||
            object->inherits("QFileDialog") || object->inherits("QScrollBar"))
            return true;
    return false;
}

QString placeOf(const QObject* object) {
    QStringList names;
    for (; object; object = object->parent())
        names.prepend(object->objectName().isEmpty() ? QLatin1String(object->metaObject()->className())
                                                     : object->objectName());
    return names.mid(std::max<qsizetype>(0, names.size() - 4)).join(QLatin1Char('/'));
}

/// A button that runs a command of the table is named after it.
bool runsACommand(const QAbstractButton& button) {
    for (const char* prefix : {"button.", "tab."})
        if (button.objectName().startsWith(QLatin1String(prefix)) &&
            findCommand(button.objectName().mid(static_cast<int>(qstrlen(prefix)))))
            return true;
    return false;
}

/// The buttons below `root` that no key reaches.
QStringList outOfReach(const QWidget& root) {
    QStringList found;
    for (const auto* button : root.findChildren<QAbstractButton*>())
        if (!isQtsOwn(button) && !runsACommand(*button) && !(button->focusPolicy() & Qt::TabFocus) &&
            button->shortcut().isEmpty())
            found << QStringLiteral("%1 “%2”").arg(placeOf(button), button->text());
    return found;
}

bool isNamed(QAccessible::Role role) {
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::List:
    case QAccessible::Tree:
    case QAccessible::Table:
    case QAccessible::PageTabList:
    case QAccessible::PageTab:
    case QAccessible::ProgressBar:
    case QAccessible::MenuItem:
    case QAccessible::Dialog:
    case QAccessible::Window:
        return true;
    default:
        return false;
    }
}

void walk(QAccessibleInterface* at, QStringList& nameless, int& seen) {
    const QObject* object = at->object();
    if (!at->isValid() || at->state().invisible || isQtsOwn(object))
        return;
    ++seen;
    const auto* widget = qobject_cast<const QWidget*>(object);
    const bool takesKeys = widget && !widget->isWindow() && widget->focusPolicy() != Qt::NoFocus;
    if ((isNamed(at->role()) || takesKeys) && at->text(QAccessible::Name).trimmed().isEmpty() &&
        !(object && object->inherits("QMenu")))
        nameless << QStringLiteral("%1 (role %2)").arg(placeOf(object)).arg(at->role());
    // What a list holds is named by its model.
    if (at->tableInterface() || at->role() == QAccessible::ComboBox)
        return;
    for (int i = 0; i < at->childCount(); ++i)
        if (QAccessibleInterface* child = at->child(i))
            walk(child, nameless, seen);
}

QStringList nameless(QWidget& root) {
    QStringList found;
    int seen = 0;
    walk(QAccessible::queryAccessibleInterface(&root), found, seen);
    if (qEnvironmentVariableIsSet("CUTAWAY_VERBOSE"))
        qInfo() << seen << "controls of" << placeOf(&root);
    if (seen < 3 && !qobject_cast<QMessageBox*>(&root)) // Qt shows that one as a single thing
        found << QStringLiteral("hardly anything can be seen of ") + placeOf(&root);
    return found;
}

} // namespace

/// Every control of the program can be reached by keyboard and has a name, in the real editor.
class TestEditorReach : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("CutawayTest"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        theme::apply(*qApp);
        EditorOptions options;
        options.dataFolder = m_folder.filePath(QStringLiteral("data"));
        options.cloud = tams::Connection{};
        options.cloud->url = "http://127.0.0.1:9"; // discard: nobody listens
        options.cloud->token = "x";
        m_editor = std::make_unique<Editor>(options);
        m_editor->window().resize(1920, 1080);
        m_editor->start();
        QVERIFY(QTest::qWaitForWindowActive(&m_editor->window()));
    }
    void cleanupTestCase() { m_editor.reset(); }

    void everyCommandOfTheTableIsDone() {
        QStringList idle;
        for (const Command& command : commands())
            if (!actions().action(QLatin1String(command.id))->isVisible())
                idle << QLatin1String(command.id);
        QVERIFY2(idle.isEmpty(), qPrintable(idle.join(QLatin1Char('\n'))));
    }

    void everyActionIsInTheTable() {
        QStringList others;
        for (const auto* action : m_editor->window().findChildren<QAction*>())
            if (action->parent() != &actions() && !action->menu() && !action->isSeparator() &&
                !qobject_cast<QLineEdit*>(action->parent()) && !isQtsOwn(action))
                others << QStringLiteral("%1 “%2”").arg(placeOf(action), action->text());
        QVERIFY2(others.isEmpty(), qPrintable(others.join(QLatin1Char('\n'))));
    }

    void everyButtonIsReachedByKeyboard() {
        const QStringList found = outOfReach(m_editor->window());
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void everyControlOfAPageHasAName_data() {
        QTest::addColumn<QString>("page");
        for (const char* page : {"view.browse", "view.cut", "view.deliver"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }
    void everyControlOfAPageHasAName() {
        QFETCH(QString, page);
        QVERIFY(actions().trigger(page));
        QTest::qWait(50);
        const QStringList found = nameless(m_editor->window());
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    /// Whatever opens a dialog says so with three dots.
    void dialogsToo_data() {
        QTest::addColumn<QString>("id");
        for (const Command& command : commands())
            if (QLatin1String(command.name).endsWith(QLatin1String("...")) ||
                qstrcmp(command.id, "help.about") == 0)
                QTest::newRow(command.id) << QString::fromLatin1(command.id);
    }
    void dialogsToo() {
        QFETCH(QString, id);
        actions().trigger(QStringLiteral("view.cut"));
        if (!actions().action(id)->isEnabled())
            QSKIP("nothing is open to do it with");
        QStringList found;
        bool seen = false;
        QTimer look;
        look.setInterval(30);
        connect(&look, &QTimer::timeout, this, [&] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            seen = true;
            if (!qobject_cast<QFileDialog*>(dialog))
                found << outOfReach(*dialog) << nameless(*dialog);
            dialog->reject();
        });
        look.start();
        actions().trigger(id);
        QTest::qWait(120);
        if (!seen)
            qInfo("no dialog");
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

private:
    ActionSet& actions() { return m_editor->window().actions(); }

    QTemporaryDir m_folder;
    std::unique_ptr<Editor> m_editor;
};

int main(int argc, char** argv) {
    // Pictures are drawn without OpenGL, which the offscreen platform does not have.
    qputenv("CUTAWAY_PICTURE", "cpu");
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("cutaway"));
    QAccessible::setActive(true);
    TestEditorReach test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_editor_reach.moc"
