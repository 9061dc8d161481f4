// SPDX-License-Identifier: MIT
#include "writer/page/page_policy.hpp"

#include "core/base64.hpp"
#include "core/sha256.hpp"

namespace incidentmap {
namespace {

/// The SHA-256 of a text, as a content security policy names it.
std::string policy_hash(std::string_view text) {
    Sha256 hash;
    hash.add(text);
    const std::string hex = hash.hex();
    std::string digest;
    for (std::size_t i = 0; i < hex.size(); i += 2)
        digest += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return "'sha256-" + base64(digest) + "'";
}

}  // namespace

std::string page_policy(std::string_view script, std::string_view style, std::string_view pictures) {
    return "default-src 'none'; script-src " + policy_hash(script) + "; style-src " + policy_hash(style) +
           "; img-src data:" + (pictures.empty() ? "" : " " + std::string(pictures)) +
           "; base-uri 'none'; form-action 'none'";
}

}  // namespace incidentmap
