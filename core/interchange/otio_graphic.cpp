#include "core/interchange/internal/otio_graphic.h"

#include "core/interchange/otio_reference.h"
#include "core/timeline/graphic.h"

namespace cutaway::interchange {

using Json = nlohmann::json;

Json graphicReference(const timeline::Clip& clip) {
    Json parameters = Json::object();
    for (const timeline::GraphicField& field : clip.graphic->fields)
        parameters[field.key] = field.text;
    return {{"OTIO_SCHEMA", "GeneratorReference.1"},
            {"name", clip.name},
            {"generator_kind", graphicGenerator},
            {"parameters", std::move(parameters)},
            {"available_range", nullptr},
            {"available_image_bounds", nullptr},
            {"metadata",
             {{ownKey, {{"version", 1}, {"graphic", Json::parse(timeline::graphicText(*clip.graphic))}}}}}};
}

timeline::SharedValue<timeline::Graphic> readGraphic(const JsonNode& reference) {
    const JsonNode node = reference.at("metadata").at(ownKey).at("graphic");
    auto graphic = timeline::parseGraphic(node.value().dump(-1, ' ', false, Json::error_handler_t::replace));
    if (!graphic)
        node.fail("is no graphic that can be read: " + graphic.error().message);
    return timeline::shared(std::move(*graphic));
}

} // namespace cutaway::interchange
