FROM python:3.11-slim AS build
WORKDIR /app
RUN python -m venv /venv
COPY requirements.txt ./
RUN /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY app app
RUN /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation -e . \
 && /venv/bin/pip uninstall --yes hatchling editables pip

FROM python:3.11-slim
LABEL org.opencontainers.image.title="Showfloor" \
      org.opencontainers.image.licenses="MIT"
RUN useradd --system --uid 10001 --home-dir /app showfloor \
 && install -d -o showfloor -g showfloor /data
WORKDIR /app
COPY --from=build /venv /venv
COPY pyproject.toml ./
COPY app app
COPY templates templates
COPY static static
COPY migrations migrations
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    SHOWFLOOR_HOST=0.0.0.0 \
    SHOWFLOOR_DATABASE_URL=sqlite:////data/showfloor.db
USER showfloor
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health', timeout=2)"]
CMD ["showfloor", "serve"]
