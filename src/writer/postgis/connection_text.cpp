// SPDX-License-Identifier: MIT
#include "writer/postgis/connection_text.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

constexpr std::string_view gdal_prefix = "pg:";
constexpr std::string_view address_prefix = "postgresql://";
constexpr std::size_t most_name_bytes = 63;  ///< PostgreSQL cuts what is longer
constexpr std::string_view hidden = "***";

bool begins_with(std::string_view text, std::string_view lower_case_prefix) {
    return lower_ascii(text.substr(0, lower_case_prefix.size())) == lower_case_prefix;
}

bool is_blank(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

[[noreturn]] void refuse() {
    throw UsageError{
        "-o: this is no connection string; one is 'PG:dbname=maps host=localhost user=me', or "
        "'postgresql://me@localhost/maps'"};
}

bool is_place(std::string_view key) {
    return key == "host" || key == "hostaddr" || key == "port" || key == "dbname" || key == "service" ||
           key == "sslmode";
}

bool is_secret(std::string_view key) {
    return key == "password" || key == "sslpassword" || key == "passwd" || key == "sslkey";
}

/// A value and where it ends; the value as it is meant.
std::string read_value(std::string_view text, std::size_t& at) {
    std::string value;
    const bool is_quoted = at < text.size() && text[at] == '\'';
    if (is_quoted) ++at;
    while (at < text.size() && (is_quoted ? text[at] != '\'' : !is_blank(text[at]))) {
        if (text[at] == '\\' && at + 1 < text.size()) ++at;
        value += text[at++];
    }
    if (!is_quoted) return value;
    if (at >= text.size()) refuse();
    ++at;
    return value;
}

void read_pairs(std::string_view text, ConnectionText& connection) {
    std::size_t at = 0;
    const auto skip_blanks = [&] {
        while (at < text.size() && is_blank(text[at])) ++at;
    };
    for (skip_blanks(); at < text.size(); skip_blanks()) {
        const std::size_t begin = at;
        while (at < text.size() && text[at] != '=' && !is_blank(text[at])) ++at;
        const std::string key = lower_ascii(text.substr(begin, at - begin));
        skip_blanks();
        if (key.empty() || at >= text.size() || text[at] != '=') refuse();
        ++at;
        skip_blanks();
        const std::size_t written = at;
        std::string value = read_value(text, at);
        if (is_place(key) && !value.empty()) connection.place[key] = value;
        if (!is_secret(key)) continue;
        connection.secrets.emplace_back(text.substr(written, at - written));
        connection.secrets.push_back(std::move(value));
    }
}

std::optional<int> hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    if (lower >= 'a' && lower <= 'f') return lower - 'a' + 10;
    return std::nullopt;
}

std::string percent_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto high = i + 2 < text.size() && text[i] == '%' ? hex_digit(text[i + 1]) : std::nullopt;
        const auto low = high ? hex_digit(text[i + 2]) : std::nullopt;
        decoded += low ? static_cast<char>(*high * 16 + *low) : text[i];
        if (low) i += 2;
    }
    return decoded;
}

void add_encoded(std::string_view secret, std::vector<std::string>& secrets) {
    secrets.emplace_back(secret);
    secrets.push_back(percent_decoded(secret));
}

/// `host:5432,other:5433`, each of which may be an address of IPv6 in brackets.
void read_hosts(std::string_view text, ConnectionText& connection) {
    std::vector<std::string> hosts;
    std::vector<std::string> ports;
    for (const std::string& each : split_list(text, ",")) {
        const auto bracket = each.find(']');
        const auto colon = each.find(':', bracket == std::string::npos ? 0 : bracket);
        std::string host = each.substr(0, colon);
        if (host.size() > 1 && host.front() == '[' && host.back() == ']')
            host = host.substr(1, host.size() - 2);
        hosts.push_back(percent_decoded(host));
        if (colon != std::string::npos) ports.push_back(each.substr(colon + 1));
    }
    const std::string host = joined(hosts, ",");
    const std::string port = joined(ports, ",");
    if (!host.empty()) connection.place["host"] = host;
    if (!port.empty()) connection.place["port"] = port;
}

void read_address(std::string_view address, ConnectionText& connection) {
    const std::string_view rest = address.substr(address_prefix.size());
    const std::string_view before = rest.substr(0, rest.find_first_of("/?"));
    const auto at_sign = before.rfind('@');
    const auto colon = before.find(':');
    if (at_sign != std::string_view::npos && colon < at_sign)
        add_encoded(before.substr(colon + 1, at_sign - colon - 1), connection.secrets);
    read_hosts(at_sign == std::string_view::npos ? before : before.substr(at_sign + 1), connection);
    const auto question = rest.find('?');
    const std::string_view path = rest.substr(before.size(), question - before.size());
    if (path.size() > 1) connection.place["dbname"] = percent_decoded(path.substr(1));
    if (question == std::string_view::npos) return;
    for (const std::string& pair : split_list(rest.substr(question + 1), "&")) {
        const auto equals = pair.find('=');
        if (equals == std::string::npos) continue;
        const std::string key = lower_ascii(pair.substr(0, equals));
        const std::string_view value = std::string_view(pair).substr(equals + 1);
        if (is_secret(key)) add_encoded(value, connection.secrets);
        if (is_place(key) && !value.empty()) connection.place[key] = percent_decoded(value);
    }
}

bool is_reserved(std::string_view name) {
    return name.empty() || (name.front() >= '0' && name.front() <= '9') || begins_with(name, "pg_") ||
           name == "information_schema";
}

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    if (what.empty()) return;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

}  // namespace

bool is_postgis(std::string_view output) {
    return begins_with(output, gdal_prefix) || begins_with(output, address_prefix);
}

ConnectionText read_connection(std::string_view output) {
    ConnectionText connection;
    connection.for_gdal = output;
    if (output.find('\0') != std::string_view::npos) refuse();
    if (begins_with(output, address_prefix)) {
        read_address(output, connection);
    } else if (begins_with(output, gdal_prefix)) {
        const std::string_view text = output.substr(gdal_prefix.size());
        if (begins_with(text, address_prefix)) {
            connection.for_gdal = text;
            read_address(text, connection);
        } else {
            read_pairs(text, connection);
        }
    } else {
        refuse();
    }
    std::erase_if(connection.secrets, [](const std::string& secret) { return secret.empty(); });
    // The longest first, so that no part of one is left.
    std::sort(connection.secrets.begin(), connection.secrets.end(),
              [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    return connection;
}

std::string place_in_words(const ConnectionText& connection, const std::string& database) {
    std::map<std::string, std::string> place = connection.place;
    if (!place.contains("service")) place.emplace("dbname", database);
    std::vector<std::string> words;
    for (const auto& [key, value] : place) {
        std::string quoted = value;
        replace_all(quoted, "\\", "\\\\");
        replace_all(quoted, "'", "\\'");
        words.push_back(std::string(key).append("='").append(quoted).append("'"));
    }
    return joined(words, " ");
}

std::string without_secrets(std::string message, const ConnectionText& connection) {
    const std::string_view whole = connection.for_gdal;
    replace_all(message, whole, "the database");
    if (begins_with(whole, gdal_prefix) && whole.size() > gdal_prefix.size())
        replace_all(message, whole.substr(gdal_prefix.size()), "the database");
    for (const std::string& secret : connection.secrets) replace_all(message, secret, hidden);
    return in_one_line(as_utf8(message).text);
}

std::string default_schema(std::string_view stem) {
    std::string name = lower_ascii(stem);
    std::replace_if(
        name.begin(), name.end(), [](char c) { return !is_name_character(c); }, '_');
    if (name.find_first_not_of('_') == std::string::npos) return "incidentmap";
    if (is_reserved(name) || name == "public") name.insert(0, "map_");
    return name.substr(0, most_name_bytes);
}

void check_schema_name(std::string_view name) {
    if (name.size() <= most_name_bytes && !is_reserved(name) &&
        std::all_of(name.begin(), name.end(), is_name_character))
        return;
    throw UsageError{"--schema '" + std::string(name) +
                     "': letters from a to z, digits and _, at most 63, not beginning with a digit or pg_"};
}

}  // namespace incidentmap
