# Zhangfa in a container. First: bin/package. Then: docker build -t zhangfa . && docker run -p 8080:8080 -v zhangfa:/data zhangfa
FROM debian:12-slim
RUN useradd --system --create-home --uid 10001 zhangfa && install -d -o zhangfa -m 0700 /data
ADD --chown=root:root target/zhangfa-*-linux-*.tar.gz /opt/
RUN mv /opt/zhangfa-* /opt/zhangfa && chown zhangfa /opt/zhangfa
USER zhangfa
RUN /opt/zhangfa/bin/prepare
ENV ZHANGFA_DATA=/data ZHANGFA_ADDRESS=0.0.0.0 ZHANGFA_DEMO=false LANG=C.UTF-8
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/zhangfa/bin/run"]
