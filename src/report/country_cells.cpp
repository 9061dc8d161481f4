// SPDX-License-Identifier: MIT
#include "report/country_cells.hpp"

#include <string>

namespace incidentmap {
namespace {

constexpr ReportColumn columns[] = {ReportColumn::country, ReportColumn::launch_country};

bool is_code(std::string_view country) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return country.size() == 2 && is_capital(country[0]) && is_capital(country[1]);
}

}  // namespace

void CountryCells::see(const Report& report) {
    for (const ReportColumn column : columns) {
        const std::string& country = report[column];
        if (country.empty() || country == not_available_or_namibia) continue;
        ++(is_code(country) ? m_codes : m_names);
    }
}

void CountryCells::read(Report& report) const {
    for (const ReportColumn column : columns) {
        if (report[column] == not_available_or_namibia) report[column] = na_is_namibia() ? "Namibia" : "";
    }
}

}  // namespace incidentmap
