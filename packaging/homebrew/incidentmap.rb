# SPDX-License-Identifier: MIT
# Untried: written without a Mac. Put a release in place of SOURCE_URL and SOURCE_SHA256.
class Incidentmap < Formula
  desc "Map layers from reports of past incidents, with reasons"
  url "SOURCE_URL"
  version "0.1.0"
  sha256 "SOURCE_SHA256"
  license "MIT"

  depends_on "cli11" => :build
  depends_on "cmake" => :build
  depends_on "ninja" => :build
  depends_on "pkgconf" => :build
  depends_on "cairo"
  depends_on "gdal"
  depends_on "geographiclib"
  depends_on "geos"
  depends_on "icu4c"
  depends_on "openssl@3"
  depends_on "pango"
  depends_on "proj"
  depends_on "sqlite"

  def install
    system "cmake", "-S", ".", "-B", "build", "-G", "Ninja", "-DINCIDENTMAP_TESTS=OFF", *std_cmake_args
    system "cmake", "--build", "build"
    system "cmake", "--install", "build"
  end

  test do
    assert_match "ourairports:ORTI", shell_output("#{bin}/incidentmap resolve 'Camp Taji'")
  end
end
