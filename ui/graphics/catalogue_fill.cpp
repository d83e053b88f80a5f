#include "ui/graphics/catalogue_fill.h"

#include <QStringList>

#include <algorithm>
#include <set>

namespace cutaway::ui {

using render::FieldFill;

namespace {

void add(std::vector<FillChoice>& choices, FieldFill kind, const std::string& text) {
    const QString words = QString::fromStdString(text).simplified();
    const bool known = std::any_of(choices.begin(), choices.end(), [&](const FillChoice& each) {
        return each.kind == kind && each.text == words;
    });
    if (!words.isEmpty() && !known)
        choices.push_back({kind, words, words, {}});
}

} // namespace

std::vector<FillChoice> fillChoices(const catalogue::Unit& unit) {
    std::vector<FillChoice> choices;
    auto competitors = unit.competitors;
    std::stable_sort(competitors.begin(), competitors.end(),
                     [](const auto& a, const auto& b) { return a.lane < b.lane; });
    for (const catalogue::Competitor& one : competitors) {
        const QString name = QString::fromStdString(one.name).simplified();
        const QString organisation = QString::fromStdString(one.organisation).simplified();
        if (name.isEmpty())
            continue;
        QStringList words;
        if (one.lane > 0)
            words << QString::number(one.lane);
        words << name;
        if (!organisation.isEmpty())
            words << organisation;
        choices.push_back({FieldFill::Competitor, words.join(QStringLiteral("  ")), name, organisation});
    }
    for (const catalogue::Competitor& one : competitors)
        add(choices, FieldFill::Organisation, one.organisation);
    add(choices, FieldFill::Event, unit.eventName);
    add(choices, FieldFill::Event, unit.disciplineName);
    add(choices, FieldFill::Event, unit.name);
    add(choices, FieldFill::Unit, unit.phaseName);
    add(choices, FieldFill::Unit, unit.unitName);
    add(choices, FieldFill::Unit, unit.venue);
    add(choices, FieldFill::Unit, unit.name);
    return choices;
}

timeline::Graphic withText(timeline::Graphic graphic, const std::string& key, const std::string& text,
                           const std::string& language) {
    auto field = std::find_if(graphic.fields.begin(), graphic.fields.end(),
                              [&](const timeline::GraphicField& each) { return each.key == key; });
    if (field == graphic.fields.end())
        field = graphic.fields.insert(graphic.fields.end(), {key, {}, {}});
    if (language.empty())
        field->text = text;
    else if (text.empty())
        field->translations.erase(language);
    else
        field->translations[language] = text;
    return graphic;
}

timeline::Graphic filled(timeline::Graphic graphic, const render::GraphicTemplate& design,
                         const std::string& key, const FillChoice& choice) {
    const auto put = [&](const std::string& into, const QString& text) {
        graphic = withText(std::move(graphic), into, text.toStdString());
        for (timeline::GraphicField& field : graphic.fields)
            if (field.key == into)
                field.translations.clear(); // of what stood there before
    };
    put(key, choice.text);
    if (choice.kind != FieldFill::Competitor || choice.organisation.isEmpty())
        return graphic;
    const auto takes = [](const render::TemplateField& f) { return f.fill == FieldFill::Organisation; };
    if (std::count_if(design.fields.begin(), design.fields.end(), takes) == 1)
        put(std::find_if(design.fields.begin(), design.fields.end(), takes)->key, choice.organisation);
    return graphic;
}

} // namespace cutaway::ui
