// SPDX-License-Identifier: MIT
#include "cli/command.hpp"

int main(int argc, char** argv) { return incidentmap::run(argc, argv); }
