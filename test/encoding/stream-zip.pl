# stream-zip.pl FILE: reads a zip file from front to back and prints a line for each entry: name, bytes, CRC-32.
use strict;
use warnings;
use Compress::Raw::Zlib qw(crc32);
use IO::Uncompress::Unzip qw($UnzipError);

open my $file, '<:raw', $ARGV[0] or die $!;
my $zip = IO::Uncompress::Unzip->new($file) or die $UnzipError;
my $status = 1;
for (; $status > 0; $status = $zip->nextStream()) {
  my ($name, $bytes, $crc, $piece) = ($zip->getHeaderInfo()->{Name}, 0, 0);
  while ((my $read = $zip->read($piece, 65536)) > 0) { $bytes += $read; $crc = crc32($piece, $crc) }
  printf "%s %d %08x\n", $name, $bytes, $crc;
}
die $UnzipError if $status < 0;
