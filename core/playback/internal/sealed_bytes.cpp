#include "core/playback/internal/sealed_bytes.h"

#include <algorithm>
#include <memory>
#include <openssl/evp.h>
#include <openssl/rand.h>

namespace cutaway::playback {

namespace {

constexpr std::size_t nonceBytes = 12;
constexpr std::size_t tagBytes = 16;
constexpr std::size_t maxPlain = std::size_t{1} << 30; // the library counts in int

struct ContextFree {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, ContextFree>;

unsigned char* raw(std::byte* bytes) {
    return reinterpret_cast<unsigned char*>(bytes);
}
const unsigned char* raw(const std::byte* bytes) {
    return reinterpret_cast<const unsigned char*>(bytes);
}
const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Error failed() {
    return {ErrorCategory::Internal, "Media could not be encrypted for the disk.", {}};
}

} // namespace

Result<SealKey> randomSealKey() {
    SealKey key{};
    if (RAND_bytes(raw(key.data()), static_cast<int>(key.size())) != 1)
        return failed();
    return key;
}

Result<media::ByteBuffer> seal(const SealKey& key, std::string_view name, std::span<const std::byte> plain) {
    if (plain.size() > maxPlain)
        return failed();
    media::ByteBuffer sealed(nonceBytes + plain.size() + tagBytes);
    std::byte* const nonce = sealed.data();
    std::byte* const text = nonce + nonceBytes;
    std::byte* const tag = text + plain.size();
    const Context context(EVP_CIPHER_CTX_new());
    int done = 0;
    if (!context || RAND_bytes(raw(nonce), nonceBytes) != 1 ||
        EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, raw(key.data()), raw(nonce)) != 1 ||
        EVP_EncryptUpdate(context.get(), nullptr, &done, raw(name), static_cast<int>(name.size())) != 1 ||
        EVP_EncryptUpdate(context.get(), raw(text), &done, raw(plain.data()),
                          static_cast<int>(plain.size())) != 1 ||
        EVP_EncryptFinal_ex(context.get(), raw(text) + done, &done) != 1 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, tagBytes, tag) != 1)
        return failed();
    return sealed;
}

std::optional<media::ByteBuffer> unseal(const SealKey& key, std::string_view name,
                                        std::span<const std::byte> sealed) {
    if (sealed.size() < nonceBytes + tagBytes || sealed.size() > maxPlain)
        return std::nullopt;
    const std::span<const std::byte> nonce = sealed.first(nonceBytes);
    const std::span<const std::byte> text = sealed.subspan(nonceBytes, sealed.size() - nonceBytes - tagBytes);
    std::array<std::byte, tagBytes> tag{};
    std::copy_n(sealed.end() - tagBytes, tagBytes, tag.begin());
    media::ByteBuffer plain(text.size());
    const Context context(EVP_CIPHER_CTX_new());
    int done = 0;
    if (!context ||
        EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, raw(key.data()), raw(nonce.data())) !=
            1 ||
        EVP_DecryptUpdate(context.get(), nullptr, &done, raw(name), static_cast<int>(name.size())) != 1 ||
        EVP_DecryptUpdate(context.get(), raw(plain.data()), &done, raw(text.data()),
                          static_cast<int>(text.size())) != 1 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, tagBytes, tag.data()) != 1 ||
        EVP_DecryptFinal_ex(context.get(), raw(plain.data()) + done, &done) != 1)
        return std::nullopt;
    return plain;
}

} // namespace cutaway::playback
