#pragma once

#include "core/base/result.h"
#include "core/tams/http.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace cutaway {

/// What the command line says.
struct EditorOptions {
    QString dataFolder;                    ///< of the embedded cloud, the journals and the saved catalogue
    std::optional<tams::Connection> cloud; ///< none: the last one used, else the embedded one
    QString tourFolder;                    ///< empty: no tour
    bool exitWhenReady = false;
    bool exitAtPicture = false;
    bool embedded = false; ///< whatever was used last
    bool demo = true;      ///< the embedded cloud fills itself with the demo event
};

/// Ends the program itself for --help, --version and what makes no sense.
Result<EditorOptions> readOptions(const QStringList& arguments);

} // namespace cutaway
