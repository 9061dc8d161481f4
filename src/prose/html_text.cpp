// SPDX-License-Identifier: MIT
#include "prose/html_text.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <memory>

#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

std::string_view name_of(const xmlNode* node) {
    return node->name == nullptr ? std::string_view{} : reinterpret_cast<const char*>(node->name);
}

constexpr std::array<std::string_view, 18> left_out{
    "script",   "style",      "nav",    "aside", "footer",   "form", "button", "select", "iframe",
    "noscript", "figcaption", "figure", "svg",   "template", "menu", "dialog", "input",  "label"};
constexpr std::array<std::string_view, 24> blocks{
    "p",  "div",     "h1",      "h2",     "h3", "h4",         "h5",  "h6",    "li",   "ul",    "ol", "tr",
    "td", "section", "article", "header", "br", "blockquote", "pre", "table", "main", "title", "dd", "dt"};

/// Walks without recursion: pages may nest deeper than a stack.
void append_text(const xmlNode* root, std::string& out) {
    const xmlNode* node = root;
    while (node != nullptr) {
        bool into = true;
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            if (node->content != nullptr) {
                const std::string_view text = reinterpret_cast<const char*>(node->content);
                const bool blank_before =
                    !text.empty() && (text[0] == ' ' || text[0] == '\n' || text[0] == '\t');
                const bool blank_behind =
                    !text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\t');
                const std::string line = in_one_line(text);
                const bool at_start = out.empty() || out.back() == '\n' || out.back() == ' ';
                if ((blank_before || line.empty()) && !at_start && !text.empty()) out += ' ';
                out += line;
                if (!line.empty() && blank_behind) out += ' ';
            }
        } else if (node->type == XML_ELEMENT_NODE) {
            into = !is_one_of(name_of(node), left_out);
            if (is_one_of(name_of(node), blocks) && !out.empty() && !out.ends_with("\n\n")) out += "\n\n";
        } else {
            into = false;
        }
        if (into && node->children != nullptr) {
            node = node->children;
            continue;
        }
        while (node != root && node->next == nullptr) {
            node = node->parent;
            if (is_one_of(name_of(node), blocks) && !out.empty() && !out.ends_with("\n\n")) out += "\n\n";
        }
        if (node == root) return;
        node = node->next;
    }
}

/// The first element of that name in the order of the page; null where there is none.
const xmlNode* first_named(const xmlNode* root, std::string_view name) {
    const xmlNode* node = root;
    while (node != nullptr) {
        if (node->type == XML_ELEMENT_NODE && name_of(node) == name) return node;
        if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
            node = node->children;
            continue;
        }
        while (node != root && node->next == nullptr) node = node->parent;
        if (node == root) return nullptr;
        node = node->next;
    }
    return nullptr;
}

}  // namespace

bool is_html(std::string_view file, std::string_view text) {
    const std::string name = lower_ascii(file);
    if (name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".xhtml")) return true;
    const std::string begin = lower_ascii(trimmed(text.substr(0, 200)));
    return begin.starts_with("<!doctype html") || begin.starts_with("<html");
}

std::string html_text(std::string_view html) {
    const std::unique_ptr<xmlDoc, FreeDocument> document(
        htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET));
    const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (root == nullptr) throw Error{"the HTML cannot be read: it has no element"};
    std::string out;
    for (const std::string_view name : {"article", "main", "body"}) {
        const xmlNode* part = first_named(root, name);
        if (part == nullptr) continue;
        // A page whose article has no heading has its title above it.
        if (name != "body" && first_named(part, "h1") == nullptr) {
            if (const xmlNode* heading = first_named(root, "h1")) append_text(heading, out);
            if (!out.empty() && !out.ends_with("\n\n")) out += "\n\n";
        }
        append_text(part, out);
        break;
    }
    if (out.empty()) append_text(root, out);
    return out;
}

}  // namespace incidentmap
