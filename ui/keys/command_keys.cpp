#include "ui/keys/command_keys.h"

#include "ui/actions/key_chord.h"
#include "ui/keys/key_field.h"
#include "ui/keys/keymap_editor.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/state_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace cutaway::ui {

namespace {

QString quoted(const QList<const Command*>& commands) {
    QStringList names;
    for (const Command* command : commands)
        names << CommandKeys::tr("“%1”").arg(command->nameText());
    return names.join(CommandKeys::tr(", ", "between names"));
}

void empty(QHBoxLayout* row) {
    while (QLayoutItem* item = row->takeAt(0)) {
        if (QWidget* old = item->widget()) {
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
}

} // namespace

CommandKeys::CommandKeys(KeymapEditor& editor, QWidget* parent)
    : QFrame(parent)
    , m_editor(editor)
    , m_name(new QLabel(this))
    , m_description(new QLabel(this))
    , m_caps(new QHBoxLayout)
    , m_field(new KeyField(this))
    , m_add(textButton(tr("Add a key"), {}, this, [this] { beginAdding(); }))
    , m_reset(textButton(tr("Reset"), {}, this, [this] { reset(); }))
    , m_question(new StateBar(this)) {
    setProperty(theme::kindProperty, QStringLiteral("card"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::paddingWide, theme::padding, theme::paddingWide, theme::padding);
    column->setSpacing(theme::padding);
    auto* words = new QHBoxLayout;
    words->setSpacing(theme::padding);
    m_name->setProperty(theme::toneProperty, QStringLiteral("strong"));
    m_description->setProperty(theme::toneProperty, QStringLiteral("soft"));
    m_description->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    words->addWidget(m_name);
    words->addWidget(m_description, 1);
    column->addLayout(words);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::padding);
    m_caps->setSpacing(theme::padding);
    row->addLayout(m_caps);
    row->addWidget(m_add);
    m_field->setPlaceholderText(tr("Press the new key"));
    m_field->setAccessibleName(tr("The new key"));
    m_field->setFixedWidth(200);
    m_field->hide();
    row->addWidget(m_field);
    row->addStretch(1);
    m_reset->setToolTip(tr("Gives the command the keys again that it has in the keymap"));
    row->addWidget(m_reset);
    column->addLayout(row);
    column->addWidget(m_question);
    connect(m_field, &KeyField::chordPressed, this, &CommandKeys::offer);
    connect(m_field, &KeyField::givenUp, this, &CommandKeys::giveUp);
    connect(&m_editor, &KeymapEditor::changed, this, [this] {
        m_question->hide();
        refresh();
    });
    refresh();
}

void CommandKeys::setCommand(const Command* command) {
    if (m_command == command)
        return;
    m_command = command;
    m_question->hide();
    m_field->hide();
    refresh();
}

void CommandKeys::refresh() {
    empty(m_caps);
    m_add->setVisible(m_field->isHidden());
    m_add->setEnabled(m_command != nullptr);
    m_reset->setEnabled(false);
    if (!m_command) {
        m_name->setText(tr("No command chosen"));
        m_description->setText(tr("Choose one in the list to change its keys."));
        return;
    }
    const auto id = QString::fromLatin1(m_command->id);
    m_name->setText(m_command->nameText());
    m_description->setText(m_command->descriptionText() + QLatin1Char(' ') + placeText(m_command->context));
    m_description->setToolTip(m_description->text());
    const UserKeymap& map = m_editor.keymap();
    const QStringList keys = keysInEffect(map).value(id);
    for (const QString& key : keys)
        m_caps->addWidget(capFor(key));
    for (const KeyConflict& conflict : conflicts(map))
        if (conflict.loses == m_command)
            m_caps->addWidget(lostCapFor(conflict.key, *conflict.keeps));
    if (m_caps->count() == 0) { // isEmpty() leaves out what is not on screen yet
        auto* none = new QLabel(tr("No key"), this);
        none->setProperty(theme::toneProperty, QStringLiteral("faint"));
        m_caps->addWidget(none);
    }
    m_add->setAccessibleName(tr("Add a key to “%1”").arg(m_command->nameText()));
    m_reset->setEnabled(map.changes.contains(id));
}

QWidget* CommandKeys::capFor(const QString& chord) {
    const QString written = chordText(chord);
    auto* cap = textButton(written, {}, this, [this, chord] { remove(chord); });
    cap->setFont(theme::numbers());
    cap->setIcon(icon(QStringLiteral("close")));
    cap->setLayoutDirection(Qt::RightToLeft); // the cross behind the key
    cap->setAccessibleName(tr("Take %1 away").arg(written));
    cap->setToolTip(tr("Takes the key away from “%1”").arg(m_command->nameText()));
    return cap;
}

QWidget* CommandKeys::lostCapFor(const QString& chord, const Command& keeper) {
    const QString written = chordText(chord);
    auto* cap = textButton(tr("%1 is taken by “%2”: take it back").arg(written, keeper.nameText()), {}, this,
                           [this, chord] { give(chord); });
    cap->setIcon(icon(QStringLiteral("warning"), theme::Token::Warning));
    return cap;
}

void CommandKeys::beginAdding() {
    if (!m_command)
        return;
    m_question->hide();
    m_add->hide();
    m_field->setChord({});
    m_field->show();
    m_field->setFocus(Qt::OtherFocusReason);
}

void CommandKeys::offer(const QString& chord) {
    if (!m_command)
        return;
    const QString written = chordText(chord);
    if (const QString why = whyReserved(chord); !why.isEmpty()) {
        m_question->present(StatePanel::Kind::Warning, tr("%1 cannot be given away. %2").arg(written, why));
        return;
    }
    m_field->setChord(chord);
    const auto others = holders(m_editor.keymap(), chord, *m_command);
    if (others.isEmpty()) {
        give(chord);
        return;
    }
    const UserKeymap after = withKey(m_editor.keymap(), *m_command, chord);
    QList<const Command*> bare;
    for (const Command* other : others)
        if (wantedKeys(after, *other).isEmpty())
            bare << other;
    QString sentence = others.size() == 1 ? tr("%1 is a key of %2.").arg(written, quoted(others))
                                          : tr("%1 is a key of these: %2.").arg(written, quoted(others));
    if (!bare.isEmpty())
        sentence += QLatin1Char(' ') + tr("Without any key then: %1.").arg(quoted(bare));
    ask(sentence, tr("Give it to “%1”").arg(m_command->nameText()), [this, chord] { give(chord); });
}

void CommandKeys::ask(const QString& sentence, const QString& yes, std::function<void()> run) {
    m_question->hide(); // shown again with its buttons, which can have the focus then
    m_question->present(StatePanel::Kind::Warning, sentence,
                        {{yes, true, std::move(run)}, {tr("Cancel"), false, [this] { giveUp(); }}});
    const auto buttons = m_question->findChildren<QPushButton*>();
    for (QPushButton* button : buttons)
        if (!button->isHidden()) {
            button->setFocus(Qt::TabFocusReason);
            break;
        }
}

void CommandKeys::give(const QString& chord) {
    const Command& command = *m_command;
    m_field->hide();
    m_editor.apply(withKey(m_editor.keymap(), command, chord),
                   tr("%1 for “%2”").arg(chordText(chord), command.nameText()));
    refresh();
    Q_EMIT finished();
}

void CommandKeys::remove(const QString& chord) {
    m_editor.apply(withoutKey(m_editor.keymap(), *m_command, chord),
                   tr("taking %1 away from “%2”").arg(chordText(chord), m_command->nameText()));
    Q_EMIT finished();
}

void CommandKeys::removeLast() {
    if (!m_command)
        return;
    const QStringList keys = wantedKeys(m_editor.keymap(), *m_command);
    if (!keys.isEmpty())
        remove(keys.last());
}

void CommandKeys::reset() {
    const UserKeymap& map = m_editor.keymap();
    const auto run = [this] {
        m_editor.apply(withoutChanges(m_editor.keymap(), *m_command),
                       tr("resetting “%1”").arg(m_command->nameText()));
        Q_EMIT finished();
    };
    const auto losers = losersOfReset(map, *m_command);
    if (losers.isEmpty()) {
        run();
        return;
    }
    QStringList said;
    for (const auto& [key, loser] : losers)
        said << tr("%1 is a key of %2.").arg(chordText(key), quoted({loser}));
    ask(said.join(QLatin1Char(' ')), tr("Take it back for “%1”").arg(m_command->nameText()), run);
}

bool CommandKeys::giveUp() {
    if (m_question->isHidden() && m_field->isHidden())
        return false;
    m_question->hide();
    m_field->hide();
    refresh();
    Q_EMIT finished();
    return true;
}

} // namespace cutaway::ui
