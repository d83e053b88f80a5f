#include "ui/actions/menus/menus.h"

#include <vector>

namespace cutaway::ui {

std::span<const Command> commands() {
    static const std::vector<Command> table = [] {
        std::vector<Command> all;
        for (const auto menu :
             {menus::file(), menus::edit(), menus::clip(), menus::picture(), menus::graphics(),
              menus::sound(), menus::sequence(), menus::mark(), menus::play(), menus::angle(), menus::view(),
              menus::deliver(), menus::help()})
            all.insert(all.end(), menu.begin(), menu.end());
        return all;
    }();
    return table;
}

} // namespace cutaway::ui
