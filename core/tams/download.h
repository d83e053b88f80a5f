#pragma once

#include "core/tams/http.h"

namespace cutaway::tams {

struct Download {
    std::string url;
    bool anonymous = false; ///< never send the token (presigned)
    std::filesystem::path to;
    TransferProgress progress; ///< on the network thread
};

/// Saves what `url` names, which must never change. The bytes gather in a file beside `to` whose name ends in
/// ".part" and belongs to this url; a later call goes on from what is there, or, where that cannot be its
/// beginning because it is longer, from nothing. `to` appears when it is whole.
/// Errors: those of HttpClient, Conflict (the same is being saved to the same place), OutOfSpace, Io.
Result<void> download(HttpClient& http, const Download& what, const std::stop_token& stop);

} // namespace cutaway::tams
