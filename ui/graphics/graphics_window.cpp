#include "ui/graphics/graphics_window.h"

#include "ui/graphics/field_editor.h"
#include "ui/graphics/template_model.h"
#include "ui/language/language.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPointer>
#include <QScrollArea>
#include <QSet>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace cutaway::ui {

namespace {

constexpr QSize pictureSize{208, 117};
constexpr int browserWidth = 256;
constexpr int typingPause = 700; // ms
constexpr int millisecondsOfOne = 1000;
constexpr double perCent = 100; // of the ten-thousandths that a graphic is moved by

QString languageWords(const QString& tag) {
    const QString name = QLocale(tag).nativeLanguageName();
    return name.isEmpty() ? tag : QStringLiteral("%1 (%2)").arg(name, tag);
}

} // namespace

GraphicsWindow::GraphicsWindow(SessionLink& link, FindUnit findUnit, QWidget* parent)
    : QDialog(parent)
    , m_link(link)
    , m_findUnit(std::move(findUnit))
    , m_templates(new TemplateModel(this)) {
    setWindowTitle(tr("Titles and graphics"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::section, theme::section, theme::section, theme::section);
    row->setSpacing(theme::section);
    row->addWidget(makeBrowser());
    row->addWidget(makeEditor(), 1);
    resize(700, 560);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &GraphicsWindow::finishTyping);
    connect(&m_link, &SessionLink::opened, this, [this] {
        m_typing = false; // the sequence that was typed in is gone
        m_pause.stop();
        refresh();
    });
    connect(&m_link, &SessionLink::sequenceChanged, this, &GraphicsWindow::follow);
    connect(&m_link, &SessionLink::modesChanged, this, &GraphicsWindow::follow);
    connect(&m_link, &SessionLink::selectionChanged, this, &GraphicsWindow::follow);
    connect(&m_link, &SessionLink::playheadChanged, this, &GraphicsWindow::follow);
    loadTemplates();
}

GraphicsWindow::~GraphicsWindow() = default;

QWidget* GraphicsWindow::makeBrowser() {
    auto* side = new QWidget(this);
    side->setFixedWidth(browserWidth);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::padding);
    m_list = new QListView(side);
    m_list->setModel(m_templates);
    m_list->setAccessibleName(tr("Templates"));
    m_list->setToolTip(tr("Enter adds the graphic over the marked part, else at the playhead."));
    m_list->setViewMode(QListView::IconMode);
    m_list->setMovement(QListView::Static);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setIconSize(pictureSize);
    m_list->setSpacing(theme::panelGap);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_list, &QListView::activated, this, &GraphicsWindow::addChosen);
    m_problems = new QLabel(side);
    m_problems->setProperty("tone", QStringLiteral("warning"));
    m_problems->setWordWrap(true);
    m_problems->hide();
    m_add = textButton(tr("Add"), QStringLiteral("primary"), side, [this] { addChosen(); });
    m_add->setToolTip(m_list->toolTip());
    m_add->setAutoDefault(false);
    auto* again = textButton(tr("Read the templates again"), QStringLiteral("quiet"), side,
                             [this] { loadTemplates(); });
    again->setAutoDefault(false);
    again->setToolTip(tr("Your own templates lie in %1")
                          .arg(QString::fromStdString(render::templateFolders().back().string())));
    column->addWidget(m_list, 1);
    column->addWidget(m_problems);
    column->addWidget(m_add);
    column->addWidget(again);
    return side;
}

QWidget* GraphicsWindow::makeEditor() {
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::padding);
    m_title = new QLabel(side);
    m_title->setProperty("tone", QStringLiteral("title"));
    m_hint = new QLabel(
        tr("Choose a template and press Enter. What you type is seen in the programme at once."), side);
    m_hint->setWordWrap(true);
    m_hint->setProperty("tone", QStringLiteral("soft"));
    m_languages = new QComboBox(side);
    m_languages->setAccessibleName(tr("Texts in"));
    m_languages->setToolTip(
        tr("Which language the texts below are in. A sequence or a track of that language "
           "shows them, all others what is typed for every language."));
    m_fields = new FieldEditor;
    m_fields->layout()->setContentsMargins(0, 0, theme::padding, 0);
    m_scroll = new QScrollArea(side);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidget(m_fields);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addWidget(m_languages);
    column->addWidget(m_scroll, 1);
    column->addWidget(makePlace());
    connect(m_fields, &FieldEditor::edited, this, &GraphicsWindow::preview);
    connect(m_fields, &FieldEditor::left, this, &GraphicsWindow::finishTyping);
    connect(m_languages, &QComboBox::currentIndexChanged, this,
            [this] { m_fields->setLanguage(m_languages->currentData().toString().toStdString()); });
    return side;
}

/// The same by keys as by hand on the picture.
QWidget* GraphicsWindow::makePlace() {
    m_place = new QWidget(this);
    auto* row = new QHBoxLayout(m_place);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::padding);
    const auto add = [&](const QString& label, const QString& tip) {
        auto* words = new QLabel(label, m_place);
        words->setProperty("tone", QStringLiteral("soft"));
        auto* box = new QDoubleSpinBox(m_place);
        box->setAccessibleName(label);
        box->setToolTip(tip);
        box->setDecimals(1);
        box->setRange(-timeline::graphicMoveLimit / perCent, timeline::graphicMoveLimit / perCent);
        box->setSuffix(tr(" %"));
        words->setBuddy(box);
        row->addWidget(words);
        row->addWidget(box, 1);
        connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
            const auto place =
                m_clip ? timeline::findClip(*m_link.session().sequence(), *m_clip) : std::nullopt;
            if (!place || !place->clip->graphic)
                return;
            timeline::Graphic graphic = *place->clip->graphic;
            graphic.moveX = qRound(m_right->value() * perCent);
            graphic.moveY = qRound(m_down->value() * perCent);
            preview(graphic, false);
        });
        connect(box, &QDoubleSpinBox::editingFinished, this, &GraphicsWindow::finishTyping);
        return box;
    };
    const QString tip = tr("In percent of the picture's height. Or drag the graphic on the picture.");
    m_right = add(tr("To the right"), tip);
    m_down = add(tr("Down"), tip);
    return m_place;
}

void GraphicsWindow::showPlace(const timeline::Graphic& graphic) {
    for (const auto& [box, value] : {std::pair(m_right, graphic.moveX), std::pair(m_down, graphic.moveY)}) {
        const QSignalBlocker quiet(box);
        if (qRound(box->value() * perCent) != value)
            box->setValue(value / perCent);
    }
}

void GraphicsWindow::loadTemplates() {
    m_templates->load(render::templateFolders());
    QStringList sentences;
    for (const Error& problem : m_templates->problems())
        sentences << QString::fromStdString(problem.message);
    m_problems->setText(sentences.join(QLatin1Char('\n')));
    m_problems->setVisible(!sentences.isEmpty());
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_templates->index(0));
}

void GraphicsWindow::present() {
    m_unitOf = {};
    setVisible(true);
    raise();
    activateWindow();
    refresh();
}

void GraphicsWindow::browse() {
    present();
    m_list->setFocus(Qt::ShortcutFocusReason);
}

bool GraphicsWindow::edit() {
    if (!m_link.isOpen() || !m_link.session().graphicAtHand())
        return false;
    present();
    m_fields->focusFirst();
    return true;
}

bool GraphicsWindow::fill() {
    if (!edit())
        return false;
    m_listWanted = !m_fields->openList();
    return true;
}

void GraphicsWindow::addChosen() {
    const render::StoredTemplate* stored = m_templates->at(m_list->currentIndex().row());
    if (!stored || !m_link.isOpen())
        return;
    finishTyping();
    timeline::EditorSession& session = m_link.session();
    timeline::Graphic graphic = render::graphicFrom(*stored);
    for (const render::TemplateField& field : stored->design.fields)
        if (field.type == render::FieldType::Text)
            graphic.fields.push_back({field.key, field.initial.in(TemplateModel::language()), {}});
    const FrameRate rate = session.sequence()->rate;
    const std::int64_t frames = std::max<std::int64_t>(
        1, mulDivRound(stored->design.milliseconds, rate.num, std::int64_t{millisecondsOfOne} * rate.den));
    if (m_link.report(session.addGraphic(std::move(graphic),
                                         TemplateModel::nameOf(stored->design).toStdString(), frames))) {
        refresh();
        m_fields->focusFirst();
    }
}

void GraphicsWindow::preview(const timeline::Graphic& graphic, bool whole) {
    if (!m_clip || !m_link.isOpen())
        return;
    timeline::EditorSession& session = m_link.session();
    if (!m_typing) {
        if (session.isDragging())
            return; // the mouse holds a clip
        session.beginDrag();
        m_typing = true;
    }
    m_link.report(session.dragGraphic(*m_clip, graphic, "Text of graphic"));
    if (whole)
        finishTyping();
    else
        m_pause.start();
}

void GraphicsWindow::finishTyping() {
    m_pause.stop();
    if (!m_typing)
        return;
    m_typing = false;
    m_link.report(m_link.session().endDrag());
}

/// Nothing is drawn while nobody sees it.
void GraphicsWindow::follow() {
    if (isVisible())
        refresh();
}

void GraphicsWindow::refresh() {
    const auto place =
        m_link.isOpen() ? m_link.session().graphicAtHand() : std::optional<timeline::ClipPlace>();
    if (m_typing && (!place || place->clip->id != m_clip))
        finishTyping();
    const auto design =
        place ? render::readTemplate(place->clip->graphic->design) : Result<render::GraphicTemplate>(Error{});
    m_clip = design ? std::optional(place->clip->id) : std::nullopt;
    m_title->setText(place ? QString::fromStdString(place->clip->name) : tr("No graphic is at hand"));
    m_hint->setVisible(!m_clip);
    m_languages->setVisible(m_clip.has_value());
    m_scroll->setVisible(m_clip.has_value());
    m_place->setVisible(m_clip.has_value());
    const bool mayEdit = m_link.isOpen() && !m_link.session().isReadOnly();
    m_add->setEnabled(mayEdit);
    m_fields->setEnabled(mayEdit);
    m_place->setEnabled(mayEdit);
    static_cast<QVBoxLayout*>(m_title->parentWidget()->layout())
        ->setAlignment(m_clip ? Qt::Alignment() : Qt::AlignTop);
    if (place && !design)
        m_hint->setText(QString::fromStdString(design.error().message));
    if (!m_clip)
        return;
    showLanguages();
    m_fields->show(*design, *place->clip->graphic);
    showPlace(*place->clip->graphic);
    learnUnit();
}

/// Those of the program, of the sequence and its tracks, and those that texts are there for already.
void GraphicsWindow::showLanguages() {
    const timeline::Sequence& sequence = *m_link.session().sequence();
    QStringList tags = languages();
    const auto take = [&](const std::string& tag) {
        if (const QString text = QString::fromStdString(tag); !text.isEmpty() && !tags.contains(text))
            tags << text;
    };
    take(sequence.language);
    for (const auto& track : sequence.tracks)
        if (track->kind == timeline::TrackKind::Video)
            take(track->language);
    if (const auto place = timeline::findClip(sequence, *m_clip); place && place->clip->graphic)
        for (const auto& field : place->clip->graphic->fields)
            for (const auto& [tag, text] : field.translations)
                take(tag);
    QStringList known;
    for (int i = 1; i < m_languages->count(); ++i)
        known << m_languages->itemData(i).toString();
    if (known == tags && m_languages->count() > 0)
        return;
    const QSignalBlocker quiet(m_languages);
    const QString chosen = m_languages->currentData().toString();
    m_languages->clear();
    m_languages->addItem(tr("Texts for every language"), QString());
    for (const QString& tag : tags)
        m_languages->addItem(tr("Texts in %1").arg(languageWords(tag)), tag);
    m_languages->setCurrentIndex(std::max(0, m_languages->findData(chosen)));
    // The one before may not be among them: then the fields are those of every language, as the list says.
    if (m_languages->currentData().toString() != chosen)
        m_fields->setLanguage(m_languages->currentData().toString().toStdString());
}

/// The unit of the picture below the graphic.
void GraphicsWindow::learnUnit() {
    timeline::EditorSession& session = m_link.session();
    const auto place = timeline::findClip(*session.sequence(), *m_clip);
    auto below = session.pictureAt(session.playhead());
    if (place && !place->units.contains(session.playhead()))
        below = session.pictureAt(place->units.first);
    const Uuid source = below ? below->clip->media.sourceId : Uuid();
    if (source == m_unitOf)
        return;
    m_unitOf = source;
    m_listWanted = false;
    m_fields->setChoices({});
    if (source.isNil() || !m_findUnit)
        return;
    m_findUnit(source,
               [window = QPointer<GraphicsWindow>(this), source](const Result<catalogue::Unit>& unit) {
                   if (!window || window->m_unitOf != source)
                       return;
                   if (!unit)
                       return; // asked again when the window is opened again
                   window->m_fields->setChoices(fillChoices(*unit));
                   if (std::exchange(window->m_listWanted, false))
                       window->m_fields->openList();
               });
}

void GraphicsWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::ActivationChange && !isActiveWindow())
        finishTyping();
    QDialog::changeEvent(event);
}

void GraphicsWindow::showEvent(QShowEvent* event) {
    const qreal ratio = devicePixelRatioF();
    m_templates->setPictureSize({qRound(pictureSize.width() * ratio), qRound(pictureSize.height() * ratio)},
                                ratio);
    QDialog::showEvent(event);
}

void GraphicsWindow::hideEvent(QHideEvent* event) {
    finishTyping();
    m_listWanted = false;
    QDialog::hideEvent(event);
}

} // namespace cutaway::ui
