# shellcheck shell=bash disable=SC2154
# Sourced, not run: a site on loopback that checks are measured against, made in "$dir". nginx, one worker, no keep-alive, no
# TLS sessions, ECDSA P-256 from an authority of its own ("$dir/authority.pem"); HTTP on 18081, HTTPS on 18443.
openssl ecparam -name prime256v1 -genkey -noout -out "$dir/authority.key"
openssl req -x509 -new -key "$dir/authority.key" -days 30 -subj '/CN=Ukur' -out "$dir/authority.pem" \
  -addext 'basicConstraints=critical,CA:true' 2>/dev/null
openssl ecparam -name prime256v1 -genkey -noout -out "$dir/host.key"
openssl req -new -key "$dir/host.key" -subj '/CN=127.0.0.1' -out "$dir/host.csr" 2>/dev/null
openssl x509 -req -in "$dir/host.csr" -CA "$dir/authority.pem" -CAkey "$dir/authority.key" -CAcreateserial -days 30 \
  -extfile <(echo 'subjectAltName=IP:127.0.0.1') -out "$dir/host.pem" 2>/dev/null
cat "$dir/authority.pem" >>"$dir/host.pem"
{
  if [ "$(id -u)" = 0 ]; then echo 'user root;'; fi
  cat <<EOF
worker_processes 1;
worker_rlimit_nofile 16384;
pid $dir/nginx.pid;
error_log $dir/nginx.log;
events { worker_connections 8192; }
http {
  access_log off;
  keepalive_timeout 0;
  client_body_temp_path $dir; proxy_temp_path $dir; fastcgi_temp_path $dir; uwsgi_temp_path $dir; scgi_temp_path $dir;
  ssl_certificate $dir/host.pem;
  ssl_certificate_key $dir/host.key;
  ssl_session_cache off;
  ssl_session_tickets off;
  default_type text/html;
  server {
    listen 127.0.0.1:18081 backlog=8192;
    listen 127.0.0.1:18443 ssl backlog=8192;
    return 200 '<!doctype html><title>Layanan</title><p>Selamat datang</p>';
  }
}
EOF
} >"$dir/nginx.conf"
nginx -q -c "$dir/nginx.conf"
