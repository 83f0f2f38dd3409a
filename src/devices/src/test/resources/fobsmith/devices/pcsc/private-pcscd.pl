# usage, as root: unshare -m -n perl private-pcscd.pl SERVICE CONFIGURATION CARD PORT
#
# Runs pcscd in a network of its own, since the virtual reader of vsmartcard listens on every address there is, and with a /run of
# its own, since pcscd takes the place of another there. Sockets that are files elsewhere reach into it: pcscd gets SERVICE as systemd would hand it over, and whoever listens on CARD is in the reader while it does.
use strict;
use warnings;
use Socket qw(:DEFAULT IPPROTO_TCP);
use POSIX ();

use constant TCP_QUICKACK => 12;

my ($service, $configuration, $card, $port) = @ARGV;
my $pcscd = $$;
$^F = 16;    # what has a number up to this survives exec

system('ip', 'link', 'set', 'lo', 'up') == 0 or die "no loopback\n";
system('mount', '-t', 'tmpfs', 'tmpfs', '/run') == 0 and mkdir '/run/pcscd' or die "no /run\n";
defined(my $relay = fork) or die "fork: $!\n";
relay() unless $relay;

socket(my $listener, AF_UNIX, SOCK_STREAM, 0) or die "socket: $!\n";
bind($listener, pack_sockaddr_un($service)) or die "$service: $!\n";
listen($listener, 16) or die "$service: $!\n";
defined POSIX::dup2(fileno($listener), 3) or die "dup2: $!\n";
$ENV{LISTEN_FDS} = 1;
$ENV{LISTEN_PID} = $$;
exec '/usr/sbin/pcscd', '--foreground', '--config', $configuration or die "pcscd: $!\n";

# In a process of its own, until pcscd ends.
sub relay {
    $SIG{PIPE} = 'IGNORE';
    while (getppid() == $pcscd) {
        my $ours   = connected(AF_UNIX, pack_sockaddr_un($card));
        my $reader = $ours && connected(AF_INET, pack_sockaddr_in($port, INADDR_LOOPBACK));
        pump($ours, $reader) if $reader;
        select(undef, undef, undef, 0.01);
    }
    POSIX::_exit(0);
}

sub connected {
    my ($family, $address) = @_;
    socket(my $socket, $family, SOCK_STREAM, 0) or return;
    return connect($socket, $address) ? $socket : undef;
}

sub pump {
    my ($ours, $reader) = @_;
    while (getppid() == $pcscd) {
        # The reader sends length and body by themselves: without this each waits 40 ms for the other's acknowledgement.
        setsockopt($reader, IPPROTO_TCP, TCP_QUICKACK, 1);
        my $readable = '';
        vec($readable, fileno($_), 1) = 1 for $ours, $reader;
        select($readable, undef, undef, 0.5) or next;
        for my $pair ([$ours, $reader], [$reader, $ours]) {
            my ($from, $to) = @$pair;
            next unless vec($readable, fileno($from), 1);
            sysread($from, my $bytes, 65536) or return;
            syswrite($to, $bytes) or return;
        }
    }
}
