#pragma once

#include "core/catalogue/types.h"
#include "core/render/graphic_template.h"
#include "core/timeline/graphic.h"

#include <QString>

#include <vector>

namespace cutaway::ui {

/// One fact of the catalogue that a graphic can be filled with.
struct FillChoice {
    render::FieldFill kind = render::FieldFill::None;
    QString words;        ///< in the list: "4  Ada Morrow  NHV"
    QString text;         ///< what goes into a field of this kind
    QString organisation; ///< competitors: theirs
};

/// What a unit offers: its competitors by lane, their organisations, the event and the unit's names.
std::vector<FillChoice> fillChoices(const catalogue::Unit& unit);

/// `choice` in the field `key`. A competitor brings the organisation along where the template has one field
/// for that.
timeline::Graphic filled(timeline::Graphic graphic, const render::GraphicTemplate& design,
                         const std::string& key, const FillChoice& choice);

/// The graphic with another text in a field, in one language or (empty) in all of them.
timeline::Graphic withText(timeline::Graphic graphic, const std::string& key, const std::string& text,
                           const std::string& language = {});

} // namespace cutaway::ui
