// SPDX-License-Identifier: MIT
#include "layer/feature.hpp"

#include <algorithm>
#include <utility>

namespace incidentmap {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 16;
constexpr std::size_t most_blocks_kept = 16;

}  // namespace

void FeatureBatch::start(LayerId layer, Geometry&& geometry) {
    m_rows.push_back({layer, std::move(geometry), m_values.size()});
}

char* FeatureBatch::room_for(std::size_t size) {
    m_text_bytes += size;
    if (size > block_size / 4)
        return m_long_texts.emplace_back(std::make_unique_for_overwrite<char[]>(size)).get();
    if (size > m_free_size) {
        if (m_blocks_used == m_blocks.size())
            m_blocks.push_back(std::make_unique_for_overwrite<char[]>(block_size));
        m_free = m_blocks[m_blocks_used++].get();
        m_free_size = block_size;
    }
    char* room = m_free;
    m_free += size;
    m_free_size -= size;
    return room;
}

std::string_view FeatureBatch::copied(std::string_view text) {
    char* const copy = room_for(text.size());
    std::copy(text.begin(), text.end(), copy);
    return {copy, text.size()};
}

std::string_view FeatureBatch::copied(std::initializer_list<std::string_view> parts) {
    std::size_t size = 0;
    for (std::string_view part : parts) size += part.size();
    char* const text = room_for(size);
    char* end = text;
    for (std::string_view part : parts) end = std::copy(part.begin(), part.end(), end);
    return {text, size};
}

Feature FeatureBatch::operator[](std::size_t index) const {
    const Row& row = m_rows[index];
    const std::size_t end = index + 1 < m_rows.size() ? m_rows[index + 1].first_value : m_values.size();
    return {row.layer, row.geometry, std::span(m_values).subspan(row.first_value, end - row.first_value)};
}

void FeatureBatch::clear() {
    m_rows.clear();
    m_values.clear();
    m_long_texts.clear();
    m_blocks.resize(std::min(m_blocks.size(), most_blocks_kept));
    m_blocks_used = 0;
    m_free_size = 0;
    m_text_bytes = 0;
}

}  // namespace incidentmap
