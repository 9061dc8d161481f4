# What every build says, which the case to_folder compares: the summary, the layers, the files, the build's id; and on
# standard error, which columns were read.
/^[0-9]+ incidents?( =|:)/d
/^layer +features$/,/^$/d
/^Written$/,/^build \{hash\}/d
/: [0-9]+ columns? under (its|their) own names?$/d
/^$/d
