# The password of the OATH applet. Sourced by ykman.sh.
# shellcheck shell=bash disable=SC2154

wrong="Error: Authentication to the YubiKey failed. Wrong password\?"

says "set a password" 0 "Password updated." oath access change -n hunter2
says "oath info says so" 0 "OATH version: 5.4.3
Password protection: enabled" oath info
says "no list without it" 1 "Enter the password:.*Aborted!" oath accounts list
says "no list with a wrong one" 1 "$wrong" oath accounts list -p wrong
says "a list with it" 0 "Acme:hotp5.*NewIss:newname.*" oath accounts list -p hunter2
says "another password, outside ASCII" 0 "Password updated." oath access change -p hunter2 -n ünïcödé
says "the old one is wrong now" 1 "$wrong" oath accounts list -p hunter2
says "remember a wrong one" 1 "$wrong" oath access remember -p wrong
says "remember it" 0 "Password remembered." oath access remember -p ünïcödé
says "remembered" 0 "Acme:hotp5.*" oath accounts list
says "forget it" 0 "Password forgotten." oath access forget
says "clear the password" 0 "Password cleared from YubiKey." oath access change -p ünïcödé --clear
says "a list without it" 0 "Acme:hotp5.*" oath accounts list
